import type { LinkKind, Path, Target } from '../../model.js';
import { join, normalize, parentOf } from '../../paths.js';
import type { LocalUrl } from '../url.js';
import type { RouterContext } from './router.js';
import { fragmentOf } from './routes.js';

const followed: ReadonlySet<LinkKind> = new Set(['link', 'definition', 'autolink', 'html', 'jsx']);
const pageEndings = ['.md', '.mdx', '/index.md', '/_index.md', '/README.md'];
const publicDirs = ['', 'static/', 'public/'];

/**
 * Where a url leads by what sites have in common, where nothing says which one shows the page, and the forge has nothing
 * there: `a.html` is the page `a.md` beside, where a page links so more than once and to none by its file; and of a page
 * with front matter, which is written for a site, `a/` is `a.md`, raw HTML may start from the page as a directory, and
 * `/a.png` from any directory above.
 */
export function unknownSite(
  context: RouterContext,
): (from: Path, url: LocalUrl, kind: LinkKind) => Target | undefined {
  const known = new Map<Path, boolean>();
  const isForHtml = (from: Path): boolean => {
    const is = known.get(from) ?? isWrittenForHtml(context, from);
    known.set(from, is);
    return is;
  };
  return (from, url, kind) => {
    const { path, fragment } = url;
    if (path === '')
      return fragment !== undefined && isForHtml(from) ? anchored(context, from, fragment) : undefined;
    const named = followed.has(kind) ? inWiki(context, from, url) : undefined;
    if (named) return named;
    if (!path.endsWith('.html')) return ofFrontMatter(context, from, url, kind);
    return followed.has(kind) && isForHtml(from) ? madeOfMarkdown(context, from, url) : undefined;
  };
}

/** A wiki of a forge names its pages without their endings. */
function inWiki({ listing }: RouterContext, from: Path, { path, fragment }: LocalUrl): Target | undefined {
  const name = /^(?:\.\/|wiki\/)?([^/.]+)$/.exec(path)?.[1];
  const here = parentOf(from);
  const has = (file: string): boolean => listing.has(join(here, file)) === 'file';
  if (name === undefined || !has(`${name}.md`) || !has('Home.md')) return undefined;
  return has('_Sidebar.md') || has('_Footer.md')
    ? { kind: 'file', path: join(here, `${name}.md`), ...fragmentOf(fragment) }
    : undefined;
}

function madeOfMarkdown(
  context: RouterContext,
  from: Path,
  { path, fragment }: LocalUrl,
): Target | undefined {
  const source = sourceOf(context, from, path);
  return source === undefined ? undefined : anchored(context, source, fragment);
}

/** The page that a path ending in `.html` would be made of. */
function sourceOf({ listing }: RouterContext, from: Path, path: string): Path | undefined {
  const tops = path.startsWith('/') ? above(parentOf(from)) : [parentOf(from)];
  const ways = tops.flatMap((top) => normalize(`${top}/${path.replace(/html$/, 'md')}`) ?? []);
  return ways.find((way) => listing.has(way) === 'file');
}

function ofFrontMatter(
  context: RouterContext,
  from: Path,
  { path, fragment }: LocalUrl,
  kind: LinkKind,
): Target | undefined {
  const { listing, files } = context;
  if (!files.get(from)?.hasFrontMatter) return undefined;
  const fileOf = (way: string): Path | undefined => {
    const file = normalize(way);
    return file !== undefined && listing.has(file) === 'file' ? file : undefined;
  };
  const here = parentOf(from);
  if (path.startsWith('/')) {
    const found = /\.\w+$/.test(path)
      ? above(here).flatMap((top) => publicDirs.flatMap((one) => fileOf(`${top}/${one}${path}`) ?? []))[0]
      : undefined;
    return found === undefined ? undefined : { kind: 'file', path: found, ...fragmentOf(fragment) };
  }
  const asDirectory = from.replace(/\.\w+$/, '');
  if (followed.has(kind) && path.endsWith('/')) {
    const ways = [here, asDirectory].flatMap((base) =>
      pageEndings.map((end) => `${base}/${path.slice(0, -1)}${end}`),
    );
    const page = ways.flatMap((way) => fileOf(way) ?? [])[0];
    return page === undefined ? undefined : anchored(context, page, fragment);
  }
  const file = kind === 'html' ? fileOf(`${asDirectory}/${path}`) : undefined;
  return file === undefined ? undefined : { kind: 'file', path: file, ...fragmentOf(fragment) };
}

/** Of links to HTML that is not there, as one alone may be a slip. */
const enough = 2;

/** Whether a page links to others by what they are only once a site has made HTML of them, and to none by its file. */
function isWrittenForHtml(context: RouterContext, from: Path): boolean {
  let made = 0;
  for (const { kind, url } of context.files.get(from)?.links ?? []) {
    if (!followed.has(kind)) continue;
    const [, path, ending] = /^([^:#?]+\.(html|md|mdx))(?:[#?]|$)/.exec(url) ?? [];
    if (path === undefined) continue;
    if (ending !== 'html') return false;
    if (sourceOf(context, from, path) !== undefined) made++;
  }
  return made >= enough;
}

/** Nobody can tell how such a site makes ids: one is there if a heading has its letters and digits. */
function anchored(context: RouterContext, page: Path, fragment: string | undefined): Target {
  const target: Target = { kind: 'file', path: page, ...fragmentOf(fragment) };
  if (fragment === undefined || context.hasAnchor(page, fragment) !== false) return target;
  const wanted = bare(fragment);
  const headings = context.files.get(page)?.headings ?? [];
  const isThere = headings.some(({ content }) => {
    const words = content.map((part) => (typeof part === 'string' ? part : part[1])).join('');
    return bare(words) === wanted;
  });
  return isThere ? { kind: 'virtual', path: page } : target;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** A directory and all above it. */
function above(directory: Path): readonly Path[] {
  return directory === '' ? [''] : [directory, ...above(parentOf(directory))];
}
