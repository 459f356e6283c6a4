import type { Json, Path } from '../model.js';
import type { FactsCache } from './open-cache.js';

/** What is known of texts as long as the process lasts: the last text of each path. */
export function memoryCache(): Pick<FactsCache, 'get' | 'put'> {
  const entries = new Map<Path, { readonly text: string; readonly parts: Readonly<Record<string, Json>> }>();
  return {
    get(path, text) {
      const known = entries.get(path);
      return known?.text === text ? known.parts : undefined;
    },
    put(path, text, parts) {
      const known = entries.get(path);
      entries.set(path, { text, parts: known?.text === text ? { ...known.parts, ...parts } : parts });
    },
  };
}
