import { createHash } from 'node:crypto';
import { recordingCache } from '../cache/recording-cache.js';
import { type ShardEntry, shardLines } from '../cache/shard-file.js';
import { survey } from '../engine/survey.js';
import type { Failure, Path } from '../model.js';
import { asked } from './asked.js';
import { findPages } from './find-pages.js';
import type { LintOptions, LintResult } from './lint.js';
import { madeBy } from './made-by.js';

/** One of so many parts of a tree, from 1. */
export interface Part {
  readonly index: number;
  readonly count: number;
}

/** What is known of the pages of a part, and how to keep it. */
export interface Gathered extends Pick<LintResult, 'workspace' | 'prefix' | 'text' | 'notes'> {
  /** How many pages the part has, and the whole tree. */
  readonly pages: readonly [own: number, all: number];
  readonly failures: readonly Failure[];
  /** The file of facts, piece by piece. */
  readonly lines: Iterable<string>;
}

/**
 * Reads one part of the pages, lets the file rules check them, and gives what that tells for a file that `merge`
 * takes. Throws UserError as `lint` does.
 */
export async function shard(options: LintOptions, part: Part): Promise<Gathered> {
  const isOurs = (path: Path): boolean => partOf(path, part.count) === part.index;
  const entries = new Map<Path, ShardEntry>();
  const { input, workspace, warnings, text } = await findPages(options, {
    alter: (found) => ({ ...found, part: isOurs, cache: recordingCache(found.cache, entries) }),
  });
  const { pages, failures, notes } = survey(input);
  input.cache?.save();
  return {
    workspace,
    prefix: input.host.repository()?.prefix ?? '',
    text,
    notes: [...warnings, ...notes, ...input.workspace.notes],
    pages: [pages.filter(isOurs).length, pages.length],
    failures,
    lines: shardLines({ made: madeBy(input.parser.name), asked: asked(options) }, entries.values()),
  };
}

/** The part that holds a page, from 1. It depends on the path alone, so that other pages may come and go. */
function partOf(path: Path, count: number): number {
  return (createHash('sha1').update(path).digest().readUInt32BE() % count) + 1;
}
