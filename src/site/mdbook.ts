import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';
import { readToml } from '../toml.js';
import { entriesOf, textOf, withoutSlashes } from './json.js';
import type { ReadSite } from './reader.js';

/** What the router needs. */
export type MdbookSettings = {
  /** Where the book is on its host, without slashes at its ends. */
  readonly siteUrl: string;
  /** The files that the summary makes chapters; null where it cannot be told. */
  readonly chapters: readonly Path[] | null;
};

/** Preprocessors that add no chapter. */
const quiet =
  /^(?:index|links|katex|mermaid|admonish|toc|linkcheck\d?|alerts|footnote|emojicodes|d2|kroki|plantuml|tabs|variables|theme|last-changed|pagetoc|cmdrun|svgbob\d?|hints|quiz)$/;

/** `book.toml`: where the book is, on the disk and on the web, and what it redirects. */
export const readMdbook: ReadSite = ({ base, text, host, roots }) => {
  const config = readToml(text);
  const src = textOf(entriesOf(config.book).src) ?? 'src';
  const html = entriesOf(entriesOf(config.output).html);
  const content = roots ?? [normalize(`${base}/${src}`) ?? join(base, 'src')];
  const isPlain = Object.keys(entriesOf(config.preprocessor)).every((name) => quiet.test(name));
  const settings: MdbookSettings = {
    siteUrl: withoutSlashes(textOf(html['site-url']) ?? ''),
    chapters: isPlain ? chaptersOf(host, content[0] as Path) : null,
  };
  return {
    base,
    content,
    dialectOptions: {},
    redirectDirs: [base],
    redirects: Object.keys(entriesOf(html.redirect)),
    settings,
  };
};

/** What the summary links to; null without one. */
function chaptersOf(host: Host, src: Path): readonly Path[] | null {
  const summary = join(src, 'SUMMARY.md');
  if (host.has(summary) !== 'file') return null;
  const links = [...(host.read(summary) ?? '').matchAll(/\]\(<?([^()<>\n]*)>?\)/g)];
  const paths = links.flatMap((match) => normalize(`${src}/${decoded((match[1] as string).trim())}`) ?? []);
  return paths.length === 0 ? null : paths;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
