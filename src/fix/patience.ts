import type { Path } from '../model.js';

/** How many characters of a page are read at the most to find out which of its fixes can be made. */
const most = 30_000_000;

/** Keeps pages on which fixes break each other by the thousand from taking for ever. */
export interface Patience {
  /** Says that so much of a page will be read; false where that is too much. */
  spend(path: Path, characters: number): boolean;
  /** Pages that took too much. */
  readonly lost: ReadonlySet<Path>;
}

export function patience(): Patience {
  const spent = new Map<Path, number>();
  const lost = new Set<Path>();
  return {
    lost,
    spend(path, characters) {
      const sum = (spent.get(path) ?? 0) + characters;
      spent.set(path, sum);
      if (sum > most) lost.add(path);
      return sum <= most;
    },
  };
}
