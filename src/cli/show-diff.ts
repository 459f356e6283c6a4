import { Chalk } from 'chalk';
import { renderDiff } from '../report/diff.js';
import { safeLines, visible } from '../report/safe.js';
import { counted } from '../report/verdict.js';
import type { FixResult } from '../session/fix.js';
import { terminal } from './terminal.js';

/**
 * The diff goes to stdout alone, to the byte, save on a terminal; what it is about, to stderr. While it is not
 * empty there is something left to do, so that the exit status is not 0.
 */
export function showDiff({ changes, prefix, fixes }: FixResult): void {
  writeDiff({ changes, prefix });
  if (changes.length === 0) return;
  const counts = `${counted(fixes?.fixed ?? 0, 'problem')} in ${counted(changes.length, 'file')}`;
  process.stderr.write(`${counts} would be fixed; nothing was written.\n`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), 1);
}

/** To stdout, as it stands, or for a person where one looks at it. */
export function writeDiff({ changes, prefix }: Pick<FixResult, 'changes' | 'prefix'>): void {
  const show = process.stdout.isTTY === true ? forTerminal() : (chunk: string): string => chunk;
  for (const chunk of renderDiff(changes, prefix === '' ? '' : `${prefix}/`))
    process.stdout.write(show(chunk));
}

/** In colour, and without anything that steers a terminal. */
function forTerminal(): (chunk: string) => string {
  const chalk = new Chalk({ level: terminal(process.stdout).color });
  const paints: Readonly<Record<string, (text: string) => string>> = {
    '+': chalk.green,
    '-': chalk.red,
    '@': chalk.cyan,
  };
  return (chunk) =>
    safeLines(
      chunk
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (paints[line.charAt(0)] ?? String)(visible(line.replaceAll('\t', '    ')))),
    );
}
