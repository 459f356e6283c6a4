import { columns } from './columns.js';
import type { Terminal } from './format.js';
import { lookOf } from './look.js';
import { safeLines, visible } from './safe.js';

/** How long a run was at one thing. */
export interface Timing {
  readonly phase: string;
  /** A rule's id, where the phase is that of a rule. */
  readonly rule?: string;
  readonly milliseconds: number;
}

const phases: Readonly<Record<string, string>> = {
  config: 'load rules and config',
  find: 'find pages',
  read: 'read files',
  parse: 'parse',
  facts: 'collect links and anchors',
  links: 'see where links lead',
  report: 'write reports',
};

/** A table of what took how long, the longest first; `total` is all the time there was, in milliseconds. */
export function renderTimings(timings: readonly Timing[], total: number, terminal: Terminal): string {
  const look = lookOf(terminal);
  const known = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows = [
    ...timings
      .map(({ phase, rule, milliseconds }) => ({
        name: visible(rule === undefined ? (phases[phase] ?? phase) : rule),
        kind: rule === undefined ? '' : 'rule',
        milliseconds,
      }))
      .sort((a, b) => b.milliseconds - a.milliseconds),
    { name: 'start, and all else', kind: '', milliseconds: Math.max(0, total - known) },
    { name: 'total', kind: '', milliseconds: total },
  ];
  const width = Math.max(...rows.map(({ name }) => columns(name)));
  const lines = rows.map(({ name, kind, milliseconds }) => {
    const share = `${((100 * milliseconds) / total || 0).toFixed(1)} %`;
    const padded = name + ' '.repeat(width - columns(name));
    return `${kind.padEnd(4)}  ${padded}  ${`${milliseconds.toFixed(1)} ms`.padStart(12)}  ${share.padStart(7)}`;
  });
  const last = lines.pop() as string;
  return safeLines([...lines, look.strong(last)]);
}
