import { UserError } from '../errors.js';
import { renderFailure } from '../report/failure.js';
import { safeTerminal, visible } from '../report/safe.js';
import { type Part, shard } from '../session/shard.js';
import { checkOptions, contextOf, type LintArguments } from './lint-command.js';
import { progressLine } from './progress-line.js';
import { writeWhole } from './write-whole.js';

/** What a part of the pages cannot do by itself, with the option that asks for it. */
const ofWholeRuns: readonly (readonly [keyof LintArguments, string])[] = [
  ['format', '--format'],
  ['quiet', '--quiet'],
  ['maxWarnings', '--max-warnings'],
  ['fix', '--fix'],
  ['fixUnsafe', '--fix-unsafe'],
  ['diff', '--diff'],
  ['suppressAll', '--suppress-all'],
  ['pruneBaseline', '--prune-baseline'],
  ['stdinFilename', '--stdin-filename'],
  ['since', '--since'],
  ['staged', '--staged'],
  ['changedLines', '--changed-lines'],
  ['watch', '--watch'],
  ['statistics', '--statistics'],
  ['timing', '--timing'],
  ['printConfig', '--print-config'],
];

/** Reads a part of the pages, and writes what it tells into a file for `merge`. It reports no problem. */
export async function shardCommand(
  paths: readonly string[],
  options: LintArguments,
  part: Part,
): Promise<void> {
  const wrong = ofWholeRuns.find(([key]) => options[key] !== undefined)?.[1];
  if (wrong !== undefined)
    throw new UserError(
      `\`--shard\` looks at a part of the pages, and problems are known when all parts are together. ${
        ['--format', '--quiet', '--max-warnings'].includes(wrong)
          ? `Give \`${wrong}\` to \`docs-lint merge\`.`
          : `Run \`${wrong}\` without it.`
      }`,
    );
  const { index, count } = part;
  const file = options.shardFile ?? `docs-lint-${index}-of-${count}.facts`;
  const line = progressLine(process.stderr);
  const what = { ...checkOptions(options), paths, progress: line.show };
  const gathered = await line.during(shard(what, part));
  const { pages, failures, notes, lines } = gathered;
  writeWhole(file, lines);
  process.stdout.write(visible(`Wrote ${file}, for ${pages[0]} of ${pages[1]} pages.`));
  process.stdout.write('\n');
  for (const note of notes) process.stderr.write(`note: ${safeTerminal(note)}\n`);
  const stderr = contextOf(gathered, process.stderr, false);
  for (const failure of failures) process.stderr.write(renderFailure(failure, stderr));
  process.exitCode = failures.length > 0 ? 2 : 0;
}
