import type { Document } from '../../../src/rule.js';
import { pathOf } from '../declarations.js';
import type { Entry } from '../facts.js';
import type { Options } from '../options.js';
import { readEntries } from './read-entries.js';
import { readJson } from './read-json.js';
import { readYaml } from './read-yaml.js';

/** The entries of a file of data that a declaration names as a navigation; undefined for every other file. */
export function navigationIn({ path, text }: Document, { lists }: Options): readonly Entry[] | undefined {
  const isNamed = lists.some(({ docs }) =>
    docs.some((place) => 'navigation' in place && pathOf(place.navigation) === path),
  );
  if (!isNamed) return undefined;
  const data = /\.ya?ml$/i.test(path) ? readYaml(text) : readJson(text);
  return data ? readEntries(data) : [];
}
