import type { Break, Change, Move, Path } from '../model.js';

/** What a move or a rewording makes of files. */
export interface Refactoring {
  /** Absolute. */
  readonly workspace: string;
  /** The workspace inside the git work tree that holds it. */
  readonly prefix: Path;
  readonly move?: Move;
  /** By the paths of before, files that are moved and stay as they are among them. */
  readonly changes: readonly Change[];
  /** How many links follow, by the file that holds them, before. */
  readonly links: ReadonlyMap<Path, number>;
  /** What would be worse than before; nothing is written then unless that is wanted. */
  readonly breaks: readonly Break[];
  /** For people. */
  readonly notes: readonly string[];
  /** Writes and moves everything, or nothing. Throws UserError as `fix` does. */
  write(): void;
}
