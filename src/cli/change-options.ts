import { UserError } from '../errors.js';
import type { LintOptions } from '../session/lint.js';
import { ciBase } from './ci-base.js';

interface Given {
  /** True where no ref was named. */
  readonly since?: string | true;
  readonly staged?: boolean;
  readonly changedLines?: boolean;
  readonly suppressAll?: boolean;
  readonly pruneBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly stdinFilename?: string;
  readonly watch?: boolean;
}

/** Which change is asked about. Throws UserError for options that do not go together. */
export function changeOptions(
  given: Given,
  env: NodeJS.ProcessEnv,
): Pick<LintOptions, 'since' | 'staged' | 'changedLines'> {
  const { since, staged = false, changedLines = false } = given;
  if (given.watch) refuseToWatch(given);
  if (since === undefined && !staged) {
    if (changedLines)
      throw new UserError('`--changed-lines` needs a change: give `--since <ref>` or `--staged` too.');
    return {};
  }
  const option = staged ? '--staged' : '--since';
  if (since !== undefined && staged)
    throw new UserError('`--since` and `--staged` are two changes. Give one of them.');
  if (given.suppressAll || given.pruneBaseline)
    throw new UserError(`The baseline is of the whole tree. Write it without \`${option}\`.`);
  if (given.fix || given.fixUnsafe || given.diff) {
    throw new UserError(
      staged
        ? '`--staged` checks what git would commit, and fixes change files. Fix first, add them with `git add`, then check.'
        : '`--since` tells of new problems, and fixes mend old ones too. Fix without it, or name the files to fix.',
    );
  }
  if (staged && given.stdinFilename !== undefined)
    throw new UserError('`--staged` checks what git would commit, and standard input is no part of that.');
  const lines = changedLines ? { changedLines } : {};
  return since === undefined
    ? { staged, ...lines }
    : { since: since === true ? ciBase(env) : since, ...lines };
}

function refuseToWatch(given: Given): void {
  const others: readonly (readonly [string, unknown])[] = [
    ['--fix', given.fix],
    ['--fix-unsafe', given.fixUnsafe],
    ['--diff', given.diff],
    ['--suppress-all', given.suppressAll],
    ['--prune-baseline', given.pruneBaseline],
    ['--stdin-filename', given.stdinFilename],
    ['--staged', given.staged],
  ];
  const [wrong] = others.find(([, value]) => value !== undefined && value !== false) ?? [];
  if (wrong !== undefined)
    throw new UserError(`\`--watch\` checks the files as they change, and does not go with \`${wrong}\`.`);
}
