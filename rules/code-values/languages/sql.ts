import type { Language } from './language.js';
import { linkSql } from './sql/link.js';
import type { SqlFile } from './sql/operations.js';
import { readSql } from './sql/read.js';

/** Enums, conditions and columns with a set of values of SQL; of migrations, what is left in the end. */
export const sql: Language<SqlFile> = {
  id: 'sql',
  title: 'SQL',
  extensions: ['.sql'],
  inPackage: (name) => name.endsWith('.sql') && !/\.(?:down|undo)\.sql$/.test(name),
  read: readSql,
  link: linkSql,
};
