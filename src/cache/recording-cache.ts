import type { Json, Path } from '../model.js';
import type { FactsCache } from './open-cache.js';
import { hashOf, type ShardEntry } from './shard-file.js';

/** Passes everything on to a cache, where there is one, and writes down what it was told and what it gave. */
export function recordingCache(inner: FactsCache | undefined, entries: Map<Path, ShardEntry>): FactsCache {
  const record = (path: Path, text: string, parts: Readonly<Record<string, Json>>): void => {
    const hash = hashOf(text);
    const known = entries.get(path);
    entries.set(path, { path, hash, parts: known?.hash === hash ? { ...known.parts, ...parts } : parts });
  };
  return {
    get(path, text) {
      const known = inner?.get(path, text);
      if (known) record(path, text, known);
      return known;
    },
    put(path, text, parts) {
      record(path, text, parts);
      inner?.put(path, text, parts);
    },
    save: (run) => inner?.save(run),
  };
}
