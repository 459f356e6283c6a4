import type { Result } from '../model.js';
import { columns } from './columns.js';
import type { ReportContext } from './format.js';
import { lookOf } from './look.js';
import { safeLines, safeTerminal } from './safe.js';
import { verdict } from './verdict.js';

/** How many problems there are of each kind, the most frequent first, and the line that sums up. */
export function renderStatistics(result: Result, context: ReportContext): string {
  const look = lookOf(context);
  const kinds = new Map<string, { count: number; safe: number; unsafe: number; isError: boolean }>();
  for (const { rule, code, severity, fix } of result.problems) {
    const name = `${rule}/${code}`;
    const kind = kinds.get(name) ?? { count: 0, safe: 0, unsafe: 0, isError: false };
    kind.count += 1;
    kind.safe += fix?.safe === true ? 1 : 0;
    kind.unsafe += fix?.safe === false ? 1 : 0;
    kind.isError ||= severity === 'error';
    kinds.set(name, kind);
  }
  const rows = [...kinds].sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1));
  const names = rows.map(([name]) => safeTerminal(name));
  const width = Math.max(0, ...names.map((name) => columns(name)));
  const digits = Math.max(0, ...rows.map(([, { count }]) => String(count).length));
  const lines = rows.map(([, { count, safe, unsafe, isError }], index) => {
    const name = names[index] as string;
    const word = isError ? look.error('error  ') : look.warning('warning');
    const fixes = [
      ...(safe > 0 ? [`${safe} fixable`] : []),
      ...(unsafe > 0 ? [`${unsafe} unsafely`] : []),
    ].join(', ');
    const padded = `${look.strong(name)}${' '.repeat(width - columns(name))}`;
    return `${String(count).padStart(digits)}  ${word}  ${fixes === '' ? look.strong(name) : `${padded}  ${look.faint(fixes)}`}`;
  });
  return safeLines([...lines, ...(lines.length > 0 ? [''] : []), verdict(result, look)]);
}
