import { changedLines, type LineDifference } from '../host/changed-lines.js';
import type { Difference, FileChange } from '../host/difference.js';
import type { Path, Range } from '../model.js';

/** The two sides of a change, file by file. */
export interface TextChanges {
  /** By the name of today, or of a file that is gone, by its last one. */
  readonly files: ReadonlyMap<Path, FileChange>;
  /** The name that a file of the side before has now. */
  nameOf(path: Path): Path;
  /** Which lines of a file of now are new; undefined where the change did not touch it. */
  lines(path: Path): LineDifference | undefined;
  /** Whether a place is on a line that the change added or modified. */
  touches(place: Range & { readonly path: Path }): boolean;
}

export interface Texts {
  now(path: Path): string | undefined;
  before(path: Path): string | undefined;
}

export function textChanges({ changes }: Difference, texts: Texts): TextChanges {
  const files = new Map(changes.map((change) => [change.path, change]));
  const names = new Map(changes.flatMap(({ from, path }) => (from === undefined ? [] : [[from, path]])));
  const known = new Map<Path, LineDifference | undefined>();

  function lines(path: Path): LineDifference | undefined {
    if (!known.has(path)) known.set(path, linesOf(path));
    return known.get(path);
  }

  function linesOf(path: Path): LineDifference | undefined {
    const change = files.get(path);
    const now = texts.now(path);
    const before = change?.kind === 'added' ? '' : (texts.before(change?.from ?? path) ?? '');
    return now === undefined || now === before ? undefined : changedLines(before, now);
  }

  return {
    files,
    nameOf: (path) => names.get(path) ?? path,
    lines,
    touches({ path, line, endLine, endColumn }) {
      const added = lines(path)?.added;
      const last = endColumn === 1 && endLine > line ? endLine - 1 : endLine;
      for (let at = line; added && at <= last; at++) if (added.has(at)) return true;
      return false;
    },
  };
}
