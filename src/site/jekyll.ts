import type { Json, Path } from '../model.js';
import { normalize } from '../paths.js';
import { readYaml } from '../yaml.js';
import { entriesOf, textOf, textsOf, withoutSlashes } from './json.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type JekyllSettings = {
  /** Without slashes at its ends. */
  readonly baseUrl: string;
  readonly source: Path;
  /** Whether pages are shown as directories: `permalink: pretty` and its like. */
  readonly isPretty: boolean;
  /** Whether the configuration gives pages places that their paths do not tell. */
  readonly hasPermalinks: boolean;
  /** Names of collections whose items are pages. */
  readonly collections: readonly string[];
};

/** `_config.yml`. */
export const readJekyll: ReadSite = ({ base, text, roots }) => {
  const config = entriesOf(readYaml(text));
  const source = roots?.[0] ?? normalize(`${base}/${textOf(config.source) ?? '.'}`) ?? base;
  const permalink = textOf(config.permalink) ?? '';
  const settings: JekyllSettings = {
    baseUrl: withoutSlashes(textOf(config.baseurl) ?? ''),
    source,
    isPretty: permalink === 'pretty' || permalink.endsWith('/'),
    hasPermalinks: JSON.stringify(config.defaults ?? '').includes('"permalink"'),
    collections: collectionsOf(config.collections),
  };
  return {
    base,
    content: roots ?? [source],
    dialectOptions: {},
    redirectDirs: [base, source],
    settings,
  };
};

function collectionsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? textsOf(value) : Object.keys(entriesOf(value));
}
