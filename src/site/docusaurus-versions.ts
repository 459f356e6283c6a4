import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join } from '../paths.js';
import { hasKey, objectOf, outermost, stringOf } from './read-text.js';

/** A docs plugin as the configuration has it. */
export interface DocsInstance {
  readonly id: string;
  readonly dir: Path;
  /** Null where the configuration does not say it in plain words. */
  readonly route: string | null;
  /** The text between its braces. */
  readonly options: string;
}

/** One directory of docs: a version, in one language. */
export type DocusaurusDocs = {
  readonly dir: Path;
  /** Where its pages are shown, below the base url and the language; null where only running code could tell. */
  readonly route: string | null;
  readonly locale: string;
  /** Of a translation, the directory that it translates; what it lacks is shown from there. */
  readonly original?: Path;
};

interface Languages {
  readonly locales: readonly string[];
  readonly defaultLocale: string;
}

/** The versions of one docs plugin, each in the default language and in those that translate it. */
export function docusaurusVersions(
  host: Host,
  base: Path,
  { id, dir, route, options }: DocsInstance,
  { locales, defaultLocale }: Languages,
): readonly DocusaurusDocs[] {
  const prefix = id === 'default' ? '' : `${id}_`;
  const released = releases(host, join(base, `${prefix}versions.json`));
  const own = outermost(options);
  const last = stringOf(own, 'lastVersion') ?? released[0] ?? 'current';
  const isOpen = hasKey(own, 'lastVersion') && stringOf(own, 'lastVersion') === undefined;
  const configured = objectOf(options, 'versions') ?? '';
  const isHidden = hasKey(options, 'versions') && configured === '';
  const plugin = `docusaurus-plugin-content-docs${id === 'default' ? '' : `-${id}`}`;
  const all = ['current', ...released].flatMap((version) => {
    const name = version === 'current' ? 'current' : `version-${version}`;
    const original = version === 'current' ? dir : join(base, `${prefix}versioned_docs/${name}`);
    const path = routeOf(version, last, objectOf(configured, version.replaceAll('.', '\\.')) ?? '');
    const full = route === null || isHidden ? null : [route, path].filter((part) => part !== '').join('/');
    const translations = locales
      .map((locale) => ({ locale, dir: join(base, `i18n/${locale}/${plugin}/${name}`) }))
      .filter((one) => host.has(one.dir) === 'directory')
      .map((one) => ({ ...one, route: full, original }));
    return [{ dir: original, route: full, locale: defaultLocale }, ...translations];
  });
  return isOpen ? [...all, ...all.map((one) => ({ ...one, route }))] : all;
}

function routeOf(version: string, last: string, options: string): string {
  const written = stringOf(options, 'path')?.replaceAll(/^\/+|\/+$/g, '');
  if (written !== undefined) return written;
  if (version === last) return '';
  return version === 'current' ? 'next' : version;
}

function releases(host: Host, file: Path): readonly string[] {
  if (host.has(file) !== 'file') return [];
  try {
    const list: unknown = JSON.parse(host.read(file) ?? '');
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
