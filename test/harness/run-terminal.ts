import { execFileSync } from 'node:child_process';
import { binary, type Outcome, runProgram, type Surroundings } from './run-cli.js';

/** Whether there is a program that gives another one a terminal: that of util-linux. */
export const hasTerminal = ((): boolean => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

/** Runs docs-lint at a terminal of 100 columns, where stdout and stderr are one; `input` is typed. */
export function runTerminal(
  arguments_: readonly string[],
  { input = '', ...surroundings }: Surroundings & { readonly input?: string },
): Promise<Outcome> {
  const quoted = [process.execPath, binary, ...arguments_].map((word) => `'${word}'`).join(' ');
  const typed = `printf '%s' '${input}' | script --quiet --return --command "stty cols 100; ${quoted}" /dev/null`;
  const env = { TERM: 'xterm-256color', ...surroundings.env };
  return runProgram('bash', ['-c', typed], { ...surroundings, env });
}
