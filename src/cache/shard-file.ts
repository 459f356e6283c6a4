import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import type { Json, Path } from '../model.js';
import type { FactsCache } from './open-cache.js';

/** What a file of facts says of itself. */
export interface ShardHead {
  /** What the facts depend on beside the pages, by name. */
  readonly made: Readonly<Record<string, string>>;
  /** What was asked to be checked. */
  readonly asked: Json;
}

/** A file of facts: its head, and what it knows of a text at a path. */
export interface Shard extends ShardHead {
  readonly get: FactsCache['get'];
}

/** What is known of one text, as it stands in a file. */
export interface ShardEntry {
  readonly path: Path;
  readonly hash: string;
  readonly parts: Readonly<Record<string, Json>>;
}

const mark = 'docs-lint facts 1';
const damaged = 'is cut off or was changed. Write it again with `docs-lint --shard`.';

/** A file of facts, line by line: a mark, the head, an entry a line, and a hash of all that. */
export function* shardLines(head: ShardHead, entries: Iterable<ShardEntry>): Iterable<string> {
  const sum = createHash('sha1');
  const line = (text: string): string => {
    sum.update(`${text}\n`);
    return `${text}\n`;
  };
  yield line(mark);
  yield line(JSON.stringify({ made: head.made, asked: head.asked }));
  for (const { path, hash, parts } of entries)
    yield line(`${JSON.stringify(path)}\t${hash}\t${JSON.stringify(parts)}`);
  yield `${sum.digest('hex')}\n`;
}

/**
 * Reads a file of facts. An entry is parsed when it is asked for, so that many of them take little memory. Throws
 * UserError for a file that is none, or is not whole.
 */
export function readShard(file: string): Shard {
  const bytes = read(file);
  const fail = (message: string): UserError => new UserError(message, { path: file });
  if (bytes.toString('latin1', 0, mark.length + 1) !== `${mark}\n`)
    throw fail('is no file of facts. Name those that `docs-lint --shard` wrote.');
  const end = bytes.lastIndexOf('\n', -2) + 1;
  const body = bytes.subarray(0, end);
  if (bytes.toString('latin1', end) !== `${createHash('sha1').update(body).digest('hex')}\n`)
    throw fail(damaged);
  const parsed = (text: string): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw fail(damaged);
    }
  };
  const [head, ...entries] = linesOf(body).slice(1);
  const text = (range: readonly [number, number]): string => body.toString('utf8', ...range);
  const places = new Map<string, readonly [start: number, end: number]>();
  for (const [start, stop] of entries) {
    const first = body.indexOf('\t', start);
    const second = body.indexOf('\t', first + 1);
    const key = keyOf(parsed(text([start, first])) as Path, text([first + 1, second]));
    places.set(key, [second + 1, stop]);
  }
  const its = head && parsed(text(head));
  if (!isHead(its)) throw fail(damaged);
  return {
    ...its,
    get(path, content) {
      const place = places.get(keyOf(path, hashOf(content)));
      return place && (parsed(text(place)) as ReturnType<FactsCache['get']>);
    },
  };
}

function isHead(value: unknown): value is ShardHead {
  const { made, asked } = (value ?? {}) as Partial<ShardHead>;
  if (typeof made !== 'object' || made === null || typeof asked !== 'object' || asked === null) return false;
  return 'rules' in asked && Array.isArray(asked.rules);
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UserError(`cannot be read: ${(error as Error).message}`, { path: file });
  }
}

function linesOf(bytes: Buffer): [start: number, end: number][] {
  const lines: [number, number][] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf('\n', start);
    lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

function keyOf(path: Path, hash: string): string {
  return `${hash} ${path}`;
}
