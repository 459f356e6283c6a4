import { renderBreaks, renderRefactoring } from '../report/refactoring.js';
import { safeTerminal } from '../report/safe.js';
import type { MoveOptions } from '../session/move.js';
import type { Refactoring } from '../session/refactoring.js';
import { holdSignals } from './hold-signals.js';
import { writeDiff } from './show-diff.js';

export interface RefactorArguments {
  readonly config?: string;
  readonly diff?: boolean;
  readonly force?: boolean;
}

/** Does it whole or not at all, says what was done, and sets the exit status: 1 where something is or would be broken. */
export async function refactorCommand(
  work: (options: MoveOptions) => Promise<Refactoring>,
  { config, diff = false, force = false }: RefactorArguments,
): Promise<void> {
  const found = await work(config === undefined ? {} : { config });
  const { breaks, notes, changes } = found;
  const isRefused = breaks.length > 0 && !force;
  if (diff) writeDiff(found);
  else if (!isRefused && changes.length > 0) await holdSignals(() => found.write());
  if (!diff && !isRefused) process.stdout.write(renderRefactoring(found));
  for (const note of notes) process.stderr.write(`note: ${safeTerminal(note)}\n`);
  process.stderr.write(renderBreaks(breaks, { isDone: !isRefused && !diff, force }));
  process.exitCode = breaks.length > 0 ? 1 : 0;
}
