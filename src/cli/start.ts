import { exit } from './exit.js';
import { program } from './program.js';

/** Does what the command line says. Every error ends here. */
export async function start(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    exit(error);
  }
}
