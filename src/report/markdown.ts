import type { Path, Result } from '../model.js';
import { byPage } from './by-page.js';
import { type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { lookOf } from './look.js';
import { safeLines, safeMarkdown, safeMarkdownCode } from './safe.js';
import { counted, verdict } from './verdict.js';

/** A comment on a pull request: what GitHub takes in one, which is 65,536 characters, and how much is left out. */
export const markdown: Format = {
  name: 'markdown',
  render: (result, context) => markdownWithin(60_000, result, context),
};

/** The same as long as fits into a number of bytes. */
export function markdownWithin(bytes: number, result: Result, context: ReportContext): string {
  const look = lookOf({ color: 0, hyperlinks: false, width: context.width });
  const pages = byPage(entries(result));
  let text = safeLines([`**${safeMarkdown(context.tool.name)}**: ${verdict(result, look)}`]);
  let room = bytes - Buffer.byteLength(text) - 100;
  let left = [...pages.values()].reduce((sum, found) => sum + found.length, 0);
  for (const [path, found] of pages) {
    let isFirst = true;
    for (const entry of found) {
      const piece = safeLines([...(isFirst ? heading(path) : []), ...item(entry)]);
      room -= Buffer.byteLength(piece);
      if (room < 0) return `${text}\n${counted(left, 'more problem')} did not fit here.\n`;
      text += piece;
      left--;
      isFirst = false;
    }
  }
  return text;
}

function heading(path: Path): string[] {
  return ['', `### ${path === '' ? 'The run' : safeMarkdownCode(path)}`, ''];
}

function item({ severity, line, column, message, name, related, fix }: Entry): string[] {
  const place = [line, column].filter((number) => number !== undefined).join(':');
  return [
    `- **${severity}**${place && ` ${place}`} ${safeMarkdown(message)} (${safeMarkdownCode(name)})`,
    ...related.map(
      ({ path, line, column, message }) =>
        `  - ${safeMarkdownCode(path)} ${line}:${column} ${safeMarkdown(message)}`,
    ),
    ...(fix ? [`  - Fix${fix.safe ? '' : ' (unsafe)'}: ${safeMarkdown(fix.description)}`] : []),
  ];
}
