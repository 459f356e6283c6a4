import { join, normalize } from '../paths.js';
import { readToml } from '../toml.js';
import { entriesOf, textOf, withoutSlashes } from './json.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type MdbookSettings = {
  /** Where the book is on its host, without slashes at its ends. */
  readonly siteUrl: string;
};

/** `book.toml`: where the book is, on the disk and on the web, and what it redirects. */
export const readMdbook: ReadSite = ({ base, text, roots }) => {
  const config = readToml(text);
  const src = textOf(entriesOf(config.book).src) ?? 'src';
  const html = entriesOf(entriesOf(config.output).html);
  const settings: MdbookSettings = { siteUrl: withoutSlashes(textOf(html['site-url']) ?? '') };
  return {
    base,
    content: roots ?? [normalize(`${base}/${src}`) ?? join(base, 'src')],
    dialectOptions: {},
    redirectDirs: [base],
    redirects: Object.keys(entriesOf(html.redirect)),
    settings,
  };
};
