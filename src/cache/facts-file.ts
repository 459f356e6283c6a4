import { readFileSync } from 'node:fs';
import type { Json, Path } from '../model.js';
import { replaceFile } from './replace-file.js';
import { headOf } from './stored-file.js';

/** What was worked out of one text, each part by the name of all that it depends on beside the text. */
export interface Entry {
  /** Of the text. */
  readonly hash: string;
  /** Saves since a run asked for it. */
  readonly idle: number;
  parts(): Readonly<Record<string, Json>>;
  /** `parts` as JSON. */
  bytes(): Uint8Array;
}

type Index = readonly (readonly [path: Path, hash: string, idle: number, length: number])[];

/** What a file of facts holds, if it is whole and was written for the same key; nothing otherwise. An entry is parsed when it is asked for. */
export function readFacts(file: string, key: string): Map<Path, Entry> {
  const entries = new Map<Path, Entry>();
  try {
    const all = readFileSync(file);
    const start = all.indexOf(10) + 1;
    const body = all.subarray(start);
    if (start === 0 || all.toString('utf8', 0, start - 1) !== headOf(key, [body])) return entries;
    const end = body.indexOf(10);
    let at = end + 1;
    for (const [path, hash, idle, length] of JSON.parse(body.toString('utf8', 0, end)) as Index) {
      entries.set(path, entryOf(hash, idle, body.subarray(at, at + length)));
      at += length + 1;
    }
    return entries;
  } catch {
    return new Map();
  }
}

/** Writes the entries, whole or not at all: a line that says what there is, and a line for each. Never fails. */
export function writeFacts(
  file: string,
  key: string,
  entries: ReadonlyMap<Path, Pick<Entry, 'hash' | 'idle' | 'bytes'>>,
): void {
  const lines: Uint8Array[] = [];
  const index: Index = [...entries].map(([path, { hash, idle, bytes }]) => {
    const line = bytes();
    lines.push(newline, line);
    return [path, hash, idle, line.length];
  });
  const body = [Buffer.from(JSON.stringify(index)), ...lines];
  replaceFile(file, inHandfuls([Buffer.from(`${headOf(key, body)}\n`), ...body]));
}

/** So many bytes are written at once: neither many small pieces nor a copy of all of them. */
const handful = 1 << 20;

function* inHandfuls(pieces: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < handful) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  yield Buffer.concat(waiting);
}

const newline = Buffer.from('\n');

/** An entry of parts that are JSON. As such they take far less memory than as objects. */
export function entryOf(hash: string, idle: number, bytes: Buffer): Entry {
  let parsed: Readonly<Record<string, Json>> | undefined;
  return {
    hash,
    idle,
    parts() {
      parsed ??= JSON.parse(bytes.toString('utf8')) as Readonly<Record<string, Json>>;
      return parsed;
    },
    bytes: () => bytes,
  };
}
