import type { Step } from '../engine/watch.js';
import { UserError } from '../errors.js';
import { renderCrash } from '../report/crash.js';
import { renderIssue } from '../report/failure.js';
import { terminal } from './terminal.js';
import { version } from './version.js';

/**
 * Says on stderr what went wrong and sets the exit status; nothing that is still being written is cut off. The steps
 * are those in which an unexpected error came up.
 */
export function exit(error: unknown, steps: readonly Step[]): void {
  process.exitCode = 2;
  const context = terminal(process.stderr);
  const told = isWithoutDirectory(error) ? new UserError(nowhere) : error;
  if (told instanceof UserError) {
    for (const issue of told.issues) process.stderr.write(renderIssue(issue, context));
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { versions, platform, arch, argv } = process;
  const surroundings = `docs-lint ${version()}, Node.js ${versions.node}, ${platform} ${arch}`;
  process.stderr.write(renderCrash({ steps, stack, surroundings, given: argv.slice(2) }, context));
}

const nowhere = 'The current directory was removed. Change to one that is there, then run docs-lint again.';

function isWithoutDirectory(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}
