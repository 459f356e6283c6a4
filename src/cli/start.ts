import type { Known } from './answer.js';
import { exit } from './exit.js';
import { leave } from './leave.js';
import type { LintArguments } from './lint-command.js';
import { unseal } from './seal.js';
import { startWatch } from './start-watch.js';

/** What `lint` was asked for, as it is kept with what it answered. */
export interface Asked {
  readonly paths: readonly string[];
  readonly options: LintArguments;
}

/** Does what the command line says; `earlier` is the same one before. Every error ends here. */
export async function start(earlier?: Known): Promise<void> {
  const watching = startWatch();
  try {
    if (earlier) {
      const { paths, options } = unseal(earlier.answer.asked, earlier.secret) as Asked;
      await (await import('./lint-command.js')).lintCommand(paths, options, watching, earlier);
    } else await (await import('./program.js')).obey(watching);
  } catch (error) {
    exit(error, watching.stepsOf(error));
  }
  leave();
}
