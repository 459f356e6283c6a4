import type { Json, Path, Span } from '../../../src/rule.js';

/** A constant whose package has been put together. */
export interface Constant {
  readonly name: string;
  readonly path: Path;
  readonly span: Span;
  /** Equal for the constants that one block declares. */
  readonly group: string;
  /** The name of its type, aliases followed. */
  readonly type?: string;
  /** Absent for what is no string, and for what cannot be read. */
  readonly value?: string;
  /** Why the value cannot be read. */
  readonly unread?: string;
}

interface TypeName {
  readonly name: string;
  readonly path: Path;
}

/** What the files of one directory declare together. */
export interface Package {
  readonly constants: readonly Constant[];
  readonly types: readonly TypeName[];
  /** The name behind a type's aliases. */
  typeNamed(name: string): string;
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
  /** As people know its files, for messages. */
  readonly extension: string;
  /** Whether a file belongs to the package of its directory; a file that is named is read regardless. */
  inPackage(name: string): boolean;
  /** Pure and linear; text that is no program gives what can be read of it. */
  read(text: string): F;
  /** Whether the file leans on names that other files of its directory declare. */
  needsSiblings(file: F): boolean;
  /** Puts the files of one directory together. */
  link(files: readonly PackageFile<F>[]): Package;
}
