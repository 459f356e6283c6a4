import type { Result } from '../model.js';
import { type Entry, entries } from './entries.js';
import type { Format } from './format.js';
import { safeLines, safeTerminal } from './safe.js';

/** One line for each problem, as compilers write them: for editors, and for grep. */
export const unix: Format = { name: 'unix', render };

function* render(result: Result): Iterable<string> {
  for (const entry of entries(result)) yield safeLines([safeTerminal(row(entry))]);
}

function row({ path, line = 1, column = 1, message, severity, name }: Entry): string {
  return `${path}:${line}:${column}: ${severity}: ${message} [${name}]`;
}
