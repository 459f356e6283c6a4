import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Json, Path } from '../model.js';
import { readStored, writeStored } from './stored-file.js';

/** What was worked out of one text, each part by the name of all that it depends on beside the text. */
type Stored = { readonly hash: string; readonly parts: Readonly<Record<string, Json>>; idle?: number };

/** Saves after which an entry that no run has asked for is dropped. */
const longestIdle = 10;

/** Facts of earlier runs, by content: never by name, time or size alone. */
export interface FactsCache {
  /** The parts that are known of a text at a path. */
  get(path: Path, text: string): Readonly<Record<string, Json>> | undefined;
  put(path: Path, text: string, parts: Readonly<Record<string, Json>>): void;
  /** Keeps what is new for the next run. Never fails. */
  save(): void;
}

/**
 * Opens the cache of a directory. `key` names all that every part depends on. A file that is truncated, foreign or
 * of another key is as good as none.
 */
export function openCache(directory: string, key: string): FactsCache {
  const file = join(directory, 'facts.json');
  const entries = new Map<Path, Stored>(
    Object.entries((readStored(file, key) ?? {}) as Record<Path, Stored>),
  );
  const used = new Set<Path>();
  let isChanged = false;

  return {
    get(path, text) {
      const known = entries.get(path);
      if (known === undefined || known.hash !== hashOf(text)) return undefined;
      used.add(path);
      return known.parts;
    },
    put(path, text, parts) {
      const hash = hashOf(text);
      const known = entries.get(path);
      const before = known?.hash === hash ? known.parts : {};
      entries.set(path, { hash, parts: { ...before, ...parts } });
      used.add(path);
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      const kept: [Path, Stored][] = [];
      for (const [path, { hash, parts, idle = 0 }] of entries) {
        if (used.has(path)) kept.push([path, { hash, parts }]);
        else if (idle < longestIdle) kept.push([path, { hash, parts, idle: idle + 1 }]);
      }
      writeStored(file, key, Object.fromEntries(kept));
      isChanged = false;
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}
