import type { Json, Path, Span } from '../../../src/rule.js';
import type { Selector } from '../options.js';

/** A value that code declares. */
export interface Constant {
  /** What the code calls it; of a value without a name, its text. */
  readonly name: string;
  readonly path: Path;
  readonly span: Span;
  /** Absent for what is no string, and for what cannot be read. */
  readonly value?: string;
  /** Why the value cannot be read. */
  readonly unread?: string;
}

export type Constants =
  | {
      readonly constants: readonly Constant[];
      /** What the values are values of, for messages. */
      readonly of: string;
    }
  /** What was looked for and where. */
  | { readonly missing: string };

/** Which values a declaration means. */
export interface Query {
  /** The word of a comment stands for a type, a set or a constant; of a data file, for a path. */
  readonly wanted: Selector | { readonly word: string };
  /** The file as it is declared, for messages. */
  readonly file: string;
  /** Those of the package's files whose values count; the others are there to be referred to. */
  readonly files: readonly Path[];
  /** A place as messages name it. */
  at(path: Path, span: Span): string;
}

/** What files of one language declare together. */
export interface Package {
  find(query: Query): Constants;
  /** What `code.name` of a declaration may say here; absent for data. */
  names?(): readonly string[];
}

export interface PackageFile<F> {
  readonly path: Path;
  readonly file: F;
  /** Whether the declaration names this file, and not only its directory or a glob. */
  readonly named: boolean;
}

/** How a language declares values. A language is one file of this folder; `F` is what it keeps of a source file. */
export interface Language<F extends Json = Json> {
  readonly id: string;
  /** As people call it, for messages. */
  readonly title: string;
  /** What the names of its files end with. */
  readonly extensions: readonly string[];
  /** Whether its values are found by paths instead of names. */
  readonly isData?: true;
  /** Whether a file counts where its directory is named; a file that is named is read regardless. */
  inPackage(name: string): boolean;
  /** Pure and linear; text that is no program gives what can be read of it. */
  read(text: string, path: Path): F;
  /** Whether the file leans on names that other files of its directory declare. */
  needsSiblings?(file: F): boolean;
  /** Puts files together, in the order of their paths. */
  link(files: readonly PackageFile<F>[]): Package;
}
