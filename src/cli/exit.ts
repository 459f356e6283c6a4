import { CommanderError } from 'commander';
import { UserError } from '../errors.js';
import { renderIssue } from '../report/failure.js';
import { safeLines, visible } from '../report/safe.js';
import { terminal } from './terminal.js';
import { version } from './version.js';

/** Says on stderr what went wrong and sets the exit status; nothing that is still being written is cut off. */
export function exit(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  process.exitCode = 2;
  const context = terminal(process.stderr);
  if (error instanceof UserError) {
    for (const issue of error.issues) process.stderr.write(renderIssue(issue, context));
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `docs-lint ${version()} crashed. This is a bug of docs-lint: please report it with what follows.\n${safeLines(stack.split('\n').map(visible))}`,
  );
}
