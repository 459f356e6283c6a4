import type { Language } from './language.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';
import { readTypeScript } from './typescript/read.js';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** Enums, unions, constant arrays and objects, and constants of TypeScript and JavaScript. */
export const typescript: Language<Outline> = {
  id: 'typescript',
  title: 'TypeScript',
  extensions,
  inPackage: (name) =>
    extensions.some((extension) => name.endsWith(extension)) &&
    !/\.(?:test|spec|stories|d)\.[a-z]+$/.test(name) &&
    !name.startsWith('.'),
  read: readTypeScript,
  link: (files) => linkOutlines(files),
};
