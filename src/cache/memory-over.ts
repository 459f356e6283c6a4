import type { Json, Path } from '../model.js';
import type { FactsCache } from './open-cache.js';

/** A cache that remembers what another one said as long as the process lasts: the last text of each path. */
export function memoryOver(cache: FactsCache | undefined): FactsCache {
  const known = new Map<Path, { readonly text: string; readonly parts: Readonly<Record<string, Json>> }>();
  return {
    get(path, text) {
      const entry = known.get(path);
      if (entry?.text === text) return entry.parts;
      const parts = cache?.get(path, text);
      if (parts) known.set(path, { text, parts });
      return parts;
    },
    put(path, text, parts) {
      const before = known.get(path);
      known.set(path, { text, parts: before?.text === text ? { ...before.parts, ...parts } : parts });
      cache?.put(path, text, parts);
    },
    save: (run) => cache?.save(run),
  };
}
