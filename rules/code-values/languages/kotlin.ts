import { readKotlin } from './kotlin/read.js';
import type { Language } from './language.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

/** Enums and constants of Kotlin. */
export const kotlin: Language<Outline> = {
  id: 'kotlin',
  title: 'Kotlin',
  extensions: ['.kt', '.kts'],
  inPackage: (name) => name.endsWith('.kt') && !/Tests?\.kt$/.test(name),
  read: readKotlin,
  link: (files) => linkOutlines(files),
};
