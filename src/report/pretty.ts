import type { Path, Result } from '../model.js';
import { byPage } from './by-page.js';
import { columns } from './columns.js';
import type { Format, ReportContext } from './format.js';
import { type Look, lookOf } from './look.js';
import { problemText } from './problem-text.js';
import { safeLines, safeTerminal } from './safe.js';
import { counted, verdict } from './verdict.js';
import { readable } from './wrap.js';

/** The report for people: problems by page with code frames, then one line that sums up. */
export const pretty: Format = { name: 'pretty', render };

const indent = '  ';

function* render(result: Result, context: ReportContext): Iterable<string> {
  const look = lookOf(context);
  const inner = { ...look, width: look.width - indent.length };
  for (const [path, problems] of byPage(result.problems)) {
    yield safeLines([heading(path, problems.length, look), '']);
    for (const problem of problems) {
      const rows = (): string[] => problemText(problem, inner, context).map((row) => row && indent + row);
      const text = context.shown?.of(problem) ?? safeLines([...rows(), '']);
      context.shown?.keep(problem, text);
      yield text;
    }
  }
  yield safeLines([verdict(result, look)]);
}

function heading(path: Path, count: number, look: Look): string {
  const name = safeTerminal(path);
  const tail = counted(count, 'problem');
  const line = '─'.repeat(Math.max(3, Math.min(look.width, readable) - columns(name) - tail.length - 2));
  return `${look.strong(name)} ${look.faint(`${line} ${tail}`)}`;
}
