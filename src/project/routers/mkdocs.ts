import type { Path, Target } from '../../model.js';
import { isWithin, join, normalize, parentOf } from '../../paths.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import type { MakeRouter, RouterContext } from './router.js';

const indexes = ['index.md', 'README.md'];

/**
 * MkDocs: Markdown links go by files, relative to the page; raw HTML is passed on as it stands, so its urls
 * are relative to the page as it is served. A path from the top is left alone by MkDocs: it is looked for as a
 * route, and one that leads nowhere below the docs may belong to whatever else the host serves.
 */
export const mkdocsRouter: MakeRouter = (context) => {
  const { listing, site } = context;
  const redirects = new Set(Object.keys((site.settings.redirects ?? {}) as Record<string, string>));
  return (from, url, kind) => {
    const rest = url.fragment === undefined ? {} : { fragment: url.fragment };
    if (url.path === '') return { kind: 'file', path: from, ...rest };
    const root = site.content.find((directory) => isWithin(directory, from)) ?? '';
    if (kind === 'include') return included(context, from, url);
    if (url.path.startsWith('/')) return fromTop(context, root, url);
    const target = normalize(`${parentOf(from)}/${url.path}`);
    if (target === undefined) return { kind: 'outside', path: url.path };
    const found = targetAt(listing, target, url.fragment, indexes);
    if (found.kind !== 'missing') return found;
    if (isWithin(root, target) && redirects.has(target.slice(root === '' ? 0 : root.length + 1))) {
      return { kind: 'virtual', path: target };
    }
    const served =
      kind === 'html' || !/\.md$/.test(url.path) ? asServed(context, root, from, url) : undefined;
    return served ?? found;
  };
};

function fromTop({ listing, pages }: RouterContext, root: Path, url: LocalUrl): Target {
  const page = pageAt(listing, join(root, url.path.slice(1)), url.fragment);
  if (page) return page;
  const [first = ''] = url.path.slice(1).split('/');
  const isOurs = pages.some((path) => isWithin(join(root, first), path));
  const path = normalize(`${root}/${url.path}`);
  return isOurs && path !== undefined ? { kind: 'missing', path } : { kind: 'unknown' };
}

/** With directory urls the page `a/b.md` is served as `a/b/`, so that its relative urls start one level deeper. */
function asServed(
  { listing, site }: RouterContext,
  root: Path,
  from: Path,
  url: LocalUrl,
): Target | undefined {
  const isIndex = /(?:^|\/)(?:index|README)\.md$/.test(from);
  const isDeeper = site.settings.useDirectoryUrls !== false && !isIndex;
  const base = isDeeper ? from.replace(/\.md$/, '') : parentOf(from);
  const target = normalize(`${base}/${url.path}`);
  return target !== undefined && isWithin(root, target) ? pageAt(listing, target, url.fragment) : undefined;
}

/** The page behind a route: `a/b/`, `a/b.html`, or a file as it is. */
function pageAt(
  listing: RouterContext['listing'],
  route: string,
  fragment: string | undefined,
): Target | undefined {
  const path = normalize(route) ?? '';
  const candidates = [
    path,
    path.replace(/\/?index\.html$/, ''),
    path.replace(/\.html$/, '.md'),
    `${path}.md`,
  ];
  for (const candidate of candidates) {
    const found = targetAt(listing, candidate, fragment, indexes);
    if (found.kind === 'file' || (found.kind === 'directory' && found.index !== undefined)) return found;
  }
  return undefined;
}

/** Snippets are looked for in their own search path, from where MkDocs is started. */
function included({ listing, site }: RouterContext, from: Path, { path }: LocalUrl): Target {
  const bases = [...((site.settings.snippetPaths ?? []) as readonly Path[]), site.base, parentOf(from)];
  const found = bases
    .map((base) => normalize(`${base}/${path}`))
    .find((candidate) => candidate !== undefined && listing.has(candidate) === 'file');
  const first = normalize(`${bases[0]}/${path}`);
  if (found !== undefined) return { kind: 'file', path: found };
  return first === undefined ? { kind: 'outside', path } : { kind: 'missing', path: first };
}
