import { readGraphql } from './graphql/read.js';
import type { Language } from './language.js';
import type { Outline } from './shared/outline.js';
import { linkOutlines } from './shared/select.js';

const extensions = ['.graphql', '.graphqls', '.gql'];

/** Enums of GraphQL schemas. An extension in another file is a piece of the same enum. */
export const graphql: Language<Outline> = {
  id: 'graphql',
  title: 'GraphQL',
  extensions,
  inPackage: (name) => extensions.some((extension) => name.endsWith(extension)),
  read: readGraphql,
  link: (files) => linkOutlines(files, { joinsFiles: true }),
};
