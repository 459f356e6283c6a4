import type { Language } from './language.js';
import { readPython } from './python/read.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

/** Enums and other classes, literal types, tuples, lists, sets, dictionaries and constants of Python. */
export const python: Language<Outline> = {
  id: 'python',
  title: 'Python',
  extensions: ['.py', '.pyi'],
  inPackage: (name) => name.endsWith('.py') && !/^(?:test_.*|.*_test|conftest)\.py$/.test(name),
  read: readPython,
  link: (files) => linkOutlines(files),
};
