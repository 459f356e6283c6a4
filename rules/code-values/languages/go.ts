import { hasFreeNames } from './go/free-names.js';
import { linkGo } from './go/link.js';
import { type GoFile, readGo } from './go/read.js';
import type { Language } from './language.js';

/** The string constants of a Go package. */
export const go = {
  id: 'go',
  title: 'Go',
  extensions: ['.go'],
  inPackage: (name) => name.endsWith('.go') && !name.endsWith('_test.go') && !/^[._]/.test(name),
  read: readGo,
  needsSiblings: hasFreeNames,
  link: linkGo,
} satisfies Language<GoFile>;
