import { fstatSync } from 'node:fs';
import { Chalk } from 'chalk';
import { renderDiff } from '../report/diff.js';
import { safeLines, safeRaw, visible } from '../report/safe.js';
import { counted } from '../report/verdict.js';
import type { FixResult } from '../session/fix.js';
import { terminal } from './terminal.js';

/**
 * The diff goes to stdout alone, to the byte, save on a terminal or in a CI log; what it is about, to stderr. While it is not
 * empty there is something left to do, so that the exit status is not 0.
 */
export function showDiff({ changes, prefix, fixes }: FixResult): void {
  writeDiff({ changes, prefix });
  if (changes.length === 0) return;
  const counts = `${counted(fixes?.fixed ?? 0, 'problem')} in ${counted(changes.length, 'file')}`;
  process.stderr.write(`${counts} would be fixed; nothing was written.\n`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), 1);
}

/** To stdout, as it stands, or safe to look at where a person or a CI does. */
export function writeDiff({ changes, prefix }: Pick<FixResult, 'changes' | 'prefix'>): void {
  const show = process.stdout.isTTY === true ? forTerminal() : isLog() ? forLog : String;
  for (const chunk of renderDiff(changes, prefix === '' ? '' : `${prefix}/`))
    process.stdout.write(show(chunk));
}

/** Whether a CI listens to stdout, who would take commands from the text of a page. It listens to no file. */
function isLog(): boolean {
  const { CI, TF_BUILD, TEAMCITY_VERSION } = process.env;
  return Boolean(CI || TF_BUILD || TEAMCITY_VERSION) && !fstatSync(process.stdout.fd).isFile();
}

function forLog(chunk: string): string {
  return chunk.split('\n').map(safeRaw).join('\n');
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
