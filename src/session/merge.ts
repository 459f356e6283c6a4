import { resolve } from 'node:path';
import { readShard, type Shard } from '../cache/shard-file.js';
import { run } from '../engine/run.js';
import { surveyInTurns } from '../engine/survey.js';
import { UserError } from '../errors.js';
import type { Json, Path } from '../model.js';
import { optionsAsked } from './asked.js';
import { findPages } from './find-pages.js';
import { graphOf } from './graph-of.js';
import type { LintOptions, LintResult } from './lint.js';
import { madeBy } from './made-by.js';

export interface Merged extends LintResult {
  /** How many pages are in none of the files, as they are now. */
  readonly uncovered: number;
}

/**
 * Checks a tree with what the files of `shard` know of it, as `lint` would with the options that these were given.
 * What none of them knows is read here. Throws UserError as `lint` does, and for files that cannot be merged.
 */
export async function merge(
  files: readonly string[],
  { cwd = process.cwd(), ...options }: Pick<LintOptions, 'cwd' | 'progress'> = {},
): Promise<Merged> {
  const shards = files.map((file) => ({ file, ...readShard(resolve(cwd, file)) }));
  for (const one of shards) checkMade(one, madeBy(one.made.parser ?? ''));
  const unknown = new Set<Path>();
  const { input, workspace, warnings, text } = await findPages(
    { ...optionsAsked(commonRequest(shards)), ...options, cwd, cache: false },
    {
      alter(found) {
        const made = madeBy(found.parser.name);
        for (const one of shards) checkMade(one, made);
        return { ...found, cache: { get, put: () => {}, save: () => {} } };
      },
    },
  );

  function get(path: Path, content: string): Readonly<Record<string, Json>> | undefined {
    for (const one of shards) {
      const parts = one.get(path, content);
      if (parts) return parts;
    }
    unknown.add(path);
    return undefined;
  }

  const result = run(input, await surveyInTurns(input));
  const pages = [...new Set([...(input.found?.pages ?? []), ...(input.extraPages ?? [])])];
  return {
    ...result,
    notes: [...warnings, ...result.notes],
    workspace,
    prefix: input.host.repository()?.prefix ?? '',
    text,
    graph: () => graphOf(input),
    uncovered: pages.filter((path) => unknown.has(path)).length,
  };
}

type Named = Shard & { readonly file: string };

/** What all of the files were asked for. */
function commonRequest(shards: readonly Named[]): Json {
  const [first, ...others] = shards;
  if (!first) throw new UserError('No file of facts is named. Name those that `docs-lint --shard` wrote.');
  const other = others.find(({ asked }) => JSON.stringify(asked) !== JSON.stringify(first.asked));
  if (other)
    throw new UserError(
      `was written with other paths or options than ${first.file}. Run \`docs-lint --shard\` with the same ones for every part.`,
      { path: other.file },
    );
  return first.asked;
}

function checkMade({ file, made }: Named, here: Shard['made']): void {
  const name = Object.keys(here).find((one) => here[one] !== made[one]);
  if (name === undefined) return;
  const values = [made[name] ?? 'another one', here[name]].map((value) => `\`${value}\``);
  throw new UserError(
    `was written with the ${name} ${values[0]}, and this is ${values[1]}. Run the parts and the merge with the same docs-lint on the same Node.`,
    { path: file },
  );
}
