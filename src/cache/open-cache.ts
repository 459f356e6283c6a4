import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Path } from '../model.js';
import { type Entry, entryOf, readFacts, writeFacts } from './facts-file.js';
import { removeLeftovers } from './remove-leftovers.js';

/** Entries that are written beside the others; with more, all are written anew. */
const most = 64;

/** Saves after which an entry that no run has asked for is dropped. */
const longestIdle = 10;

/** Facts of earlier runs, by content: never by name, time or size alone. */
export interface FactsCache {
  /** The parts that are known of a text at a path. */
  get(path: Path, text: string): Readonly<Record<string, Json>> | undefined;
  put(path: Path, text: string, parts: Readonly<Record<string, Json>>): void;
  /** The parts that are known of the text with this digest, if it was the last one at a path. */
  earlier?(path: Path, digest: string): Readonly<Record<string, Json>> | undefined;
  /**
   * Keeps what is new for the next run. Never fails. After a run that asks for little of what it stands on, nothing is
   * forgotten.
   */
  save(run?: { readonly asksLittle: boolean }): void;
}

/**
 * Opens the cache of a directory. `key` names all that every part depends on. A file that is truncated, foreign or
 * of another key is as good as none.
 */
export function openCache(directory: string, key: string): FactsCache {
  const file = join(directory, 'facts.json');
  const besideFile = join(directory, 'facts-beside.json');
  const beside = readFacts(besideFile, key);
  const entries = new Map<Path, Entry>([...readFacts(file, key), ...beside]);
  const used = new Set<Path>();
  let isChanged = false;

  return {
    get(path, text) {
      const known = entries.get(path);
      if (known === undefined || known.hash !== hashOf(text)) return undefined;
      used.add(path);
      return known.parts();
    },
    earlier(path, digest) {
      const known = entries.get(path);
      return known?.hash === digest ? known.parts() : undefined;
    },
    put(path, text, parts) {
      const hash = hashOf(text);
      const known = entries.get(path);
      const all = known?.hash === hash ? { ...known.parts(), ...parts } : parts;
      const entry = entryOf(hash, 0, Buffer.from(JSON.stringify(all)));
      entries.set(path, entry);
      beside.set(path, entry);
      used.add(path);
      isChanged = true;
    },
    save(run) {
      if (!isChanged) return;
      isChanged = false;
      if (run?.asksLittle && beside.size <= most) {
        writeFacts(besideFile, key, beside);
        return;
      }
      const kept = new Map<Path, Pick<Entry, 'hash' | 'idle' | 'bytes'>>();
      for (const [path, entry] of entries) {
        const { hash, idle, bytes } = entry;
        if (used.has(path)) kept.set(path, { hash, bytes, idle: 0 });
        else if (run?.asksLittle) kept.set(path, entry);
        else if (idle < longestIdle) kept.set(path, { hash, bytes, idle: idle + 1 });
      }
      writeFacts(file, key, kept);
      removeLeftovers(directory, join(directory, 'answers'));
      beside.clear();
      try {
        rmSync(besideFile, { force: true });
      } catch {
        // What it holds is of no use any more, and does no harm.
      }
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
