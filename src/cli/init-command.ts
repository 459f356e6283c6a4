import { join, relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { UserError } from '../errors.js';
import { renderConfig, renderLook } from '../report/first-look.js';
import { safeLines, visible } from '../report/safe.js';
import { firstLook } from '../session/propose.js';
import { type Addition, ciAddition, hookAddition } from './init/addition.js';
import { type CiName, type HookName, type Surroundings, surroundings } from './init/surroundings.js';
import { writeNew } from './write-new.js';

const name = 'docs-lint.config.jsonc';

export interface InitArguments {
  readonly dryRun?: boolean;
  readonly hook?: HookName;
  readonly ci?: CiName;
}

/**
 * Shows what a first look at the repository finds, writes a config that says so, and, where it is asked to, a hook and
 * a CI job. Nothing that is there is changed. At a terminal it asks, and only for what it found a place for.
 */
export async function initCommand(paths: readonly string[], options: InitArguments): Promise<void> {
  const { dryRun = false } = options;
  const look = await firstLook({ paths });
  const { workspace, existing, repository, prefix } = look;
  const isNamed = options.hook !== undefined || options.ci !== undefined;
  if (existing !== undefined && !dryRun && !isNamed) {
    throw new UserError(
      'is a config already. `docs-lint init --dry-run` shows what would be written without it; `--hook` and `--ci` add to it.',
      { path: existing },
    );
  }
  if (isNamed && prefix !== '') {
    throw new UserError(
      `\`--hook\` and \`--ci\` write files for the top of the repository, and this workspace is \`${prefix}\` inside of it. Write them by hand there.`,
    );
  }
  const around = surroundings(workspace, repository);
  tell([renderLook(look).trimEnd()]);
  if (dryRun) process.stdout.write(`\n${renderConfig(look)}`);
  else if (existing === undefined) {
    writeNew(workspace, name, renderConfig(look));
    const next =
      look.pages === 0 ? 'There is no page yet: write one, and run docs-lint.' : 'Now run docs-lint.';
    tell(['', `Wrote ${shown(workspace, name)}. ${next}`]);
  } else tell(['', `${visible(existing)} is a config already, and is left as it is.`]);

  const chosen = isNamed || dryRun || prefix !== '' ? options : await ask(workspace, around);
  const additions = [
    ...(chosen.hook ? [hookAddition(workspace, chosen.hook, around.runner)] : []),
    ...(chosen.ci ? [ciAddition(workspace, chosen.ci, around.runner)] : []),
  ];
  for (const addition of additions) add(workspace, addition, dryRun);
  if (additions.length > 0 && !around.hasPackage)
    tell([
      '',
      'There is no package.json here. What was written runs docs-lint from one, so put it there first.',
    ]);
  if (additions.length === 0 && prefix === '') tell(offers(around));
}

function add(top: string, { path, text, part, state, once }: Addition, dryRun: boolean): void {
  if (state === 'done') tell(['', `${path} speaks of docs-lint already, and is left as it is.`]);
  else if (state === 'there') tell(['', `${path} is there already. Add to it:`, '', part.trimEnd()]);
  else if (dryRun) tell(['', `${path}:`, '', text.trimEnd()]);
  else {
    writeNew(top, path, text);
    const then = once === undefined ? '' : ` Git runs it once \`${once}\` has been run in the clone.`;
    tell(['', `Wrote ${shown(top, path)}.${then}`]);
  }
}

/** What else the command could do here. */
function offers({ hook, ci }: Surroundings): string[] {
  return [
    '',
    `Before each commit:  docs-lint init --hook ${hook ?? 'pre-commit|husky|lefthook'}`,
    `In CI:               docs-lint init --ci ${ci ?? 'github|gitlab|azure'}`,
  ];
}

/** Asks a person; nobody else is asked. */
async function ask(top: string, { hook, ci, runner }: Surroundings): Promise<InitArguments> {
  if (!process.stdin.isTTY || !process.stdout.isTTY || process.env.CI) return {};
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  /** The end of the input is no answer, and so is an empty line. */
  const isWanted = async (question: string): Promise<boolean> => {
    process.stdout.write(`\n${question} [y/N] `);
    const { value = '' } = await lines.next();
    return /^y(?:es)?$/i.test(value.trim());
  };
  try {
    const before = hook && hookAddition(top, hook, runner);
    const job = ci && ciAddition(top, ci, runner);
    const takesHook =
      before?.state === 'new' && (await isWanted(`Check before each commit, by ${before.path}?`));
    const takesJob = job?.state === 'new' && (await isWanted(`Check in CI, by ${job.path}?`));
    return { ...(takesHook ? { hook } : {}), ...(takesJob ? { ci } : {}) };
  } finally {
    terminal.close();
  }
}

function shown(top: string, path: string): string {
  return visible(relative(process.cwd(), join(top, path)));
}

function tell(lines: readonly string[]): void {
  process.stdout.write(safeLines(lines.flatMap((line) => line.split('\n'))));
}
