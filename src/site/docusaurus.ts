import { join, normalize } from '../paths.js';
import { objectOf, stringOf, stringsOf, withoutComments } from './read-text.js';
import type { ReadSite } from './reader.js';

/** `docusaurus.config.*`: the classic preset's docs, or a docs plugin. */
export const readDocusaurus: ReadSite = ({ base, text, host }) => {
  const source = withoutComments(text);
  const docs = objectOf(source, 'docs') ?? '';
  const path = stringOf(docs, 'path') ?? 'docs';
  const routeBasePath = stringOf(docs, 'routeBasePath');
  const content = normalize(`${base}/${path}`) ?? join(base, 'docs');
  const i18n = objectOf(source, 'i18n') ?? '';
  const locales = stringsOf(i18n, 'locales') ?? [];
  const versions = host
    .list(join(base, 'versioned_docs'))
    .map((name) => join(join(base, 'versioned_docs'), name));
  const translated = locales.flatMap((locale) => {
    const folder = join(base, `i18n/${locale}/docusaurus-plugin-content-docs`);
    return host.list(folder).map((version) => join(folder, version));
  });
  const baseUrl = stringOf(source, 'baseUrl');
  const defaultLocale = stringOf(i18n, 'defaultLocale');
  const staticDirectories = stringsOf(source, 'staticDirectories') ?? ['static'];
  return {
    base,
    content: [content, ...versions, ...translated].filter((directory) => host.has(directory) === 'directory'),
    dialectOptions: /maintainCase:\s*true/.test(source) ? { keepCase: true } : {},
    settings: {
      docsPath: content,
      routeBasePath: (routeBasePath ?? 'docs').replace(/^\/+|\/+$/g, ''),
      staticDirs: staticDirectories.flatMap((directory) => normalize(`${base}/${directory}`) ?? []),
      locales,
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(defaultLocale === undefined ? {} : { defaultLocale }),
    },
  };
};
