import type { Language } from './language.js';
import { readRust } from './rust/read.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

/** Enums, with what serde, strum and clap call their variants, and constants of Rust. */
export const rust: Language<Outline> = {
  id: 'rust',
  title: 'Rust',
  extensions: ['.rs'],
  inPackage: (name) => name.endsWith('.rs'),
  read: readRust,
  link: (files) => linkOutlines(files),
};
