import type { Slugger } from './dialect.js';

/**
 * Reads a page in several ways at once, each with its own memory, as sites differ by version or plugin. The
 * first reading gives the id; what the others make of the heading works too.
 */
export function readTogether(first: Slugger, ...others: readonly Slugger[]): Slugger {
  return (heading) => {
    const slug = first(heading);
    const { id } = slug;
    const read = others.map((other) => other(heading));
    if (!slug.also && read.every((other) => other.id === id && !other.also)) return slug;
    const accepted = new Set(slug.also);
    for (const other of read) {
      accepted.add(other.id);
      for (const more of other.also ?? []) accepted.add(more);
    }
    accepted.delete(id);
    return accepted.size === 0 ? { id } : { id, also: [...accepted] };
  };
}
