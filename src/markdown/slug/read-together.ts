import type { Slugger } from './dialect.js';

/**
 * Reads a page in several ways at once, each with its own memory, as sites differ by version or plugin. The
 * first reading gives the id; what the others make of the heading works too.
 */
export function readTogether(first: Slugger, ...others: readonly Slugger[]): Slugger {
  return (heading) => {
    const { id, also = [] } = first(heading);
    const accepted = new Set(also);
    for (const other of others) {
      const slug = other(heading);
      accepted.add(slug.id);
      for (const more of slug.also ?? []) accepted.add(more);
    }
    accepted.delete(id);
    return accepted.size === 0 ? { id } : { id, also: [...accepted] };
  };
}
