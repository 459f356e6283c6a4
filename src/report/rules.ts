import type { Terminal } from './format.js';
import { lookOf } from './look.js';
import { safeLines } from './safe.js';

/** A rule as a list shows it. */
export interface ListedRule {
  readonly id: string;
  readonly summary: string;
  readonly severity: 'off' | 'warn' | 'error';
  readonly fixable: boolean;
  readonly codes: readonly string[];
}

/** A line for each rule. */
export function renderRules(rules: readonly ListedRule[], terminal: Terminal): string {
  const look = lookOf(terminal);
  const paints = { off: look.faint, warn: look.warning, error: look.error };
  const width = Math.max(...rules.map(({ id }) => id.length));
  return safeLines(
    rules.map(({ id, summary, severity, fixable }) =>
      [
        look.strong(id) + ' '.repeat(width - id.length),
        paints[severity](severity.padEnd(5)),
        look.good(fixable ? 'fixable' : '       '),
        look.prose(summary),
      ].join('  '),
    ),
  );
}
