import { linkData } from './data/link.js';
import type { DataFile } from './data/node.js';
import type { Language } from './language.js';
import { readYaml } from './yaml/read.js';

/** Values of YAML by their paths. */
export const yaml: Language<DataFile> = {
  id: 'yaml',
  title: 'YAML',
  isData: true,
  extensions: ['.yaml', '.yml'],
  inPackage: () => false,
  read: (text) => readYaml(text),
  link: linkData,
};
