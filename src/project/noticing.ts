import type { Facts, Path } from '../model.js';

/** What a piece of work looks at in a project. */
interface Noticed {
  /** Files of which more was looked at than what other files see of them; null for all. */
  readonly touched: readonly Path[] | null;
  /** Whether git was asked for something. */
  readonly asksGit: boolean;
}

/** Is told what is looked at, and says which files a rule that goes page by page is asked for. */
export interface Noticing {
  /** Undefined stands for all files. */
  touch(path: Path | undefined): void;
  askGit(): void;
  /** Undefined for all files. */
  asked(): readonly Path[] | undefined;
  /** Does a piece of work that is asked for some files, and says what it looked at. */
  during<T>(asked: readonly Path[] | undefined, work: () => T): Noticed & { readonly result: T };
}

export function makeNoticing(): Noticing {
  let asked: readonly Path[] | undefined;
  let touched: Set<Path | undefined> | undefined;
  let asksGit = false;
  return {
    touch: (path) => void touched?.add(path),
    askGit() {
      asksGit = true;
    },
    asked: () => asked,
    during(some, work) {
      const its = new Set<Path | undefined>();
      asked = some;
      touched = its;
      asksGit = false;
      try {
        const result = work();
        const paths = [...its].filter((path) => path !== undefined);
        return { result, touched: its.has(undefined) ? null : paths, asksGit };
      } finally {
        asked = undefined;
        touched = undefined;
      }
    },
  };
}

/** The facts of files for rules: who looks at them is noticed. */
export function noticedFiles(
  files: ReadonlyMap<Path, Facts>,
  { touch }: Pick<Noticing, 'touch'>,
): ReadonlyMap<Path, Facts> {
  const all = (): ReadonlyMap<Path, Facts> => {
    touch(undefined);
    return files;
  };
  return {
    get size() {
      return files.size;
    },
    has: (path) => files.has(path),
    get(path) {
      touch(path);
      return files.get(path);
    },
    keys: () => files.keys(),
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (use) => all().forEach(use),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
