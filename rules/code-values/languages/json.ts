import { linkData } from './data/link.js';
import type { DataFile } from './data/node.js';
import { readJson } from './json/read.js';
import type { Language } from './language.js';

/** Values of JSON by their paths. */
export const json: Language<DataFile> = {
  id: 'json',
  title: 'JSON',
  isData: true,
  extensions: ['.json', '.jsonc'],
  inPackage: () => false,
  read: (text) => readJson(text),
  link: linkData,
};
