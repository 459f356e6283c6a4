import { linkData } from './data/link.js';
import type { DataFile } from './data/node.js';
import type { Language } from './language.js';
import { readToml } from './toml/read.js';

/** Values of TOML by their paths. */
export const toml: Language<DataFile> = {
  id: 'toml',
  title: 'TOML',
  isData: true,
  extensions: ['.toml'],
  inPackage: () => false,
  read: (text) => readToml(text),
  link: linkData,
};
