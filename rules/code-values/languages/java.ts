import { readJava } from './java/read.js';
import type { Language } from './language.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

/** Enums and constants of Java. */
export const java: Language<Outline> = {
  id: 'java',
  title: 'Java',
  extensions: ['.java'],
  inPackage: (name) => name.endsWith('.java') && !/Tests?\.java$/.test(name),
  read: readJava,
  link: (files) => linkOutlines(files),
};
