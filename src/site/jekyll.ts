import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { join, normalize } from '../paths.js';
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
  /** Whether it is known where the site begins and nothing but files makes pages. */
  readonly isClosed: boolean;
  /** Names of collections whose items are pages. */
  readonly collections: readonly string[];
  /** Those whose items are where their paths tell. */
  readonly regular: readonly string[];
  /** Those whose items are shown as directories. */
  readonly pretty: readonly string[];
};

/** The permalink of a collection that goes by the paths of its items. */
const byPath = /^(?:\/:collection\/:path(?::output_ext|\.html|\/)?)?$/;

/** `_config.yml`. */
export const readJekyll: ReadSite = ({ base, text, host, roots }) => {
  const config = entriesOf(readYaml(text));
  const source = roots?.[0] ?? normalize(`${base}/${textOf(config.source) ?? '.'}`) ?? base;
  const permalink = textOf(config.permalink) ?? '';
  const collections = collectionsOf(config.collections);
  const places = (collection: string): string =>
    textOf(entriesOf(entriesOf(config.collections)[collection]).permalink) ?? '';
  const settings: JekyllSettings = {
    baseUrl: withoutSlashes(textOf(config.baseurl) ?? ''),
    source,
    isPretty: permalink === 'pretty' || permalink.endsWith('/'),
    hasPermalinks: JSON.stringify(config.defaults ?? '').includes('"permalink"'),
    isClosed: config.baseurl !== undefined && !hasPlugins(config, base, host),
    collections,
    regular: collections.filter((name) => name !== 'posts' && byPath.test(places(name))),
    pretty: collections.filter((name) => places(name).endsWith('/')),
  };
  return {
    base,
    content: roots ?? [source],
    dialectOptions: {},
    redirectDirs: [base, source],
    settings,
  };
};

function hasPlugins(config: ReturnType<typeof entriesOf>, base: Path, host: Host): boolean {
  const gems = host.has(join(base, 'Gemfile')) === 'file' ? (host.read(join(base, 'Gemfile')) ?? '') : '';
  const isLoaded =
    config.plugins !== undefined || config.gems !== undefined || gems.includes('jekyll_plugins');
  return isLoaded || host.has(join(base, '_plugins')) === 'directory';
}

/** Whether there is what only Jekyll makes pages of, beside files that a forge shows as well. */
export function isOnlyJekyll({ source, collections }: JekyllSettings, host: Host): boolean {
  return (
    collections.length > 0 ||
    ['_posts', '_layouts', '_includes'].some((name) => host.has(join(source, name)) === 'directory')
  );
}

function collectionsOf(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? textsOf(value) : Object.keys(entriesOf(value));
}
