import type { LinkKind, Path, Target } from '../../model.js';
import { normalize, parentOf } from '../../paths.js';
import type { LocalUrl } from '../url.js';
import type { RouterContext } from './router.js';
import { fragmentOf } from './routes.js';

const followed: ReadonlySet<LinkKind> = new Set(['link', 'definition', 'autolink', 'html', 'jsx']);
const pageEndings = ['.md', '.mdx', '/index.md', '/_index.md', '/README.md'];
const publicDirs = ['', 'static/', 'public/'];

/**
 * Where a url leads by what sites have in common, where nothing says which one shows the page, and the forge has nothing
 * there: `a.html` is the page `a.md` beside; and of a page with front matter, which is written for a site, `a/` is
 * `a.md`, raw HTML may start from the page as a directory, and `/a.png` from any directory above.
 */
export function unknownSite(
  context: RouterContext,
): (from: Path, url: LocalUrl, kind: LinkKind) => Target | undefined {
  const isForHtml = new Map<Path, boolean>();
  return (from, url, kind) => {
    if (url.path !== '') return beyondThePage(context, from, url, kind);
    if (url.fragment === undefined) return undefined;
    const is = isForHtml.get(from) ?? isWrittenForHtml(context, from);
    isForHtml.set(from, is);
    return is ? anchored(context, from, url.fragment) : undefined;
  };
}

function beyondThePage(
  context: RouterContext,
  from: Path,
  { path, fragment }: LocalUrl,
  kind: LinkKind,
): Target | undefined {
  const { listing, files } = context;
  const fileOf = (way: string): Path | undefined => {
    const file = normalize(way);
    return file !== undefined && listing.has(file) === 'file' ? file : undefined;
  };
  const here = parentOf(from);
  if (followed.has(kind) && path.endsWith('.html')) {
    const source = path.replace(/html$/, 'md');
    const tops = path.startsWith('/') ? above(here) : [here];
    const page = tops.flatMap((top) => fileOf(`${top}/${source}`) ?? [])[0];
    return page === undefined ? undefined : anchored(context, page, fragment);
  }
  if (!files.get(from)?.hasFrontMatter) return undefined;
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

/** Whether a page links to another by what it is only once a site has made HTML of it. */
function isWrittenForHtml({ listing, files }: RouterContext, from: Path): boolean {
  return (files.get(from)?.links ?? []).some(({ kind, url }) => {
    const stem =
      followed.has(kind) && url.includes('.html')
        ? /^([^/:#?][^:#?]*\.)html(?:#|$)/.exec(url)?.[1]
        : undefined;
    const path = stem === undefined ? undefined : normalize(`${parentOf(from)}/${stem}md`);
    return path !== undefined && listing.has(path) === 'file';
  });
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
