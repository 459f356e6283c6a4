import { readC } from './c/read.js';
import type { Language } from './language.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

const extensions = ['.c', '.h', '.cc', '.hh', '.cpp', '.hpp', '.cxx', '.hxx', '.ipp', '.m', '.mm'];

/** Enums, constants, arrays and macros of C, C++ and Objective-C. */
export const c: Language<Outline> = {
  id: 'c',
  title: 'C',
  extensions,
  inPackage: (name) => extensions.some((extension) => name.endsWith(extension)),
  read: readC,
  link: (files) => linkOutlines(files),
};
