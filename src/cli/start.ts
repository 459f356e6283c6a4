import type { EarlierAnswer } from '../cache/answers.js';
import { exit } from './exit.js';
import { program } from './program.js';
import { startWatch } from './start-watch.js';

/** Does what the command line says. Every error ends here. */
export async function start(earlier?: EarlierAnswer): Promise<void> {
  const watching = startWatch();
  try {
    await program(watching, earlier).parseAsync();
  } catch (error) {
    exit(error, watching.stepsOf(error));
  }
}
