import { dialectOf } from '../markdown/slug/index.js';
import type { Anchors, Link, LinkKind, LinkLike, Path, Target, View } from '../model.js';
import { once } from '../once.js';
import { normalize, parentOf } from '../paths.js';
import { type Part, pageAnchors } from './anchors.js';
import type { Seen } from './face.js';
import { ownFile, ownRoute, routeInRoots } from './own-url.js';
import { findParts } from './parts.js';
import { redirected } from './redirected.js';
import { routers } from './routers/index.js';
import type { RouterContext } from './routers/router.js';
import { type LocalUrl, parseUrl } from './url.js';

/** One site's way to read pages. Anchors and targets are worked out once, when they are asked for. */
export function makeView(given: Omit<RouterContext, 'hasAnchor'>): View {
  const { site, files } = given;
  const dialect = dialectOf(site.dialect, site.dialectOptions);
  const isRedirected = redirected(site.redirects);
  const anchors = new Map<Path, Anchors>();
  // By page: one map of all links would be many times as large as what a processor has at hand.
  const targets = new Map<Path, Map<LinkLike, Target>>();
  let last: { readonly from: Path; readonly its: Map<LinkLike, Target> } | undefined;
  const pages = once(() => new Map(given.pages.map((page) => [page, page])));
  const listing: RouterContext['listing'] = {
    has: (path) => (pages().has(path) ? 'file' : given.listing.has(path)),
    list: (directory) => given.listing.list(directory),
    link: (path) => given.listing.link(path),
  };
  const context: RouterContext = {
    ...given,
    listing,
    hasAnchor: (page, fragment) => anchorsOf(page)?.has(fragment),
  };
  const route = routers[site.router](context);
  const isPart = findParts(site, files, resolve);

  function resolve(from: Path, { url, kind, by }: LinkLike): Target {
    if (kind === 'include' && by !== 'embedme' && by !== site.router) return { kind: 'unknown' };
    if (kind === 'ref' && site.router !== (by ?? 'hugo')) return { kind: 'unknown' };
    const path = ownRoute(url, context.own);
    const parsed = parseUrl(path ?? url);
    if (parsed.kind !== 'local') return ownFile(context.listing, url, context.own) ?? { kind: parsed.kind };
    if (kind === 'include' && by === 'embedme') return embedded(context, from, url);
    const target =
      path !== undefined && site.router === 'files'
        ? routeInRoots(context.listing, context.roots, parsed.path, parsed.fragment)
        : route(from, parsed, path === undefined ? kind : 'link');
    return isSettled(from, parsed, kind, target) ? target : elsewhere(parsed);
  }

  /** Whether a target is where the link leads, as far as this site alone can tell. */
  function isSettled(from: Path, { path, fragment }: LocalUrl, kind: LinkKind, target: Target): boolean {
    const isLost = target.kind === 'missing' || target.kind === 'outside';
    if (path.startsWith('/')) return !(isLost || target.kind === 'unknown') || !isRedirected(path);
    if (path === '')
      return fragment === undefined || !isPart(from) || context.hasAnchor(from, fragment) !== false;
    if (!isLost || isPutIn(kind) || site.router === 'files') return true;
    const isWord = kind === 'jsx' && !/^\.{1,2}\//.test(path);
    return !isWord && !isPart(from);
  }

  function elsewhere({ path }: LocalUrl): Target {
    return path.startsWith('/') ? { kind: 'virtual', path } : { kind: 'unknown' };
  }

  /**
   * A target that names a page by the text that all links to it share: it is one in memory, and is found in tables at
   * once. Without a fragment it may itself be one for many links.
   */
  function sharing(target: Target): Target {
    if (target.kind !== 'file' || target.fragment === undefined) return target;
    const path = pages().get(target.path);
    return path === undefined ? target : { kind: 'file', path, fragment: target.fragment };
  }

  function targetsOf(from: Path): Map<LinkLike, Target> {
    const known = targets.get(from);
    if (known) return known;
    const its = new Map<LinkLike, Target>();
    targets.set(from, its);
    return its;
  }

  /** With the ids of files that the page puts in; kept once all of them are known. */
  function anchorsOf(path: Path): Anchors | undefined {
    const known = anchors.get(path);
    if (known) return known;
    const facts = files.get(path);
    if (!facts) return undefined;
    const found = pageAnchors(facts, dialect, partsOf);
    if (found.isWhole) anchors.set(path, found);
    return found;
  }

  function partsOf({ path, links }: Seen): readonly Part[] {
    const parts: Part[] = [];
    for (const link of links) {
      const part = isPutIn(link.kind) ? partOf(link, resolve(path, link), files) : undefined;
      if (part) parts.push(part);
    }
    return parts;
  }

  return {
    generator: site.generator,
    isForge: site.router === 'files',
    resolve(from, link) {
      if (link.url.startsWith('#')) return resolve(from, link);
      if (last?.from !== from) last = { from, its: targetsOf(from) };
      const { its } = last;
      const known = its.get(link);
      if (known) return known;
      const target = sharing(resolve(from, link));
      if (target.kind !== 'external') its.set(link, target);
      return target;
    },
    anchors: anchorsOf,
    defines: (label) => site.references === 'any' || site.references?.includes(label.toLowerCase()) === true,
  };
}

function isPutIn(kind: LinkKind): boolean {
  return kind === 'include' || kind === 'import';
}

/** A Markdown file that a page includes or imports. */
function partOf({ kind, span }: Link, target: Target, files: RouterContext['files']): Part | undefined {
  if (target.kind !== 'file' || !/\.(?:md|mdx|markdown)$/i.test(target.path)) return undefined;
  return { span, facts: files.get(target.path), isApart: kind === 'import' };
}

/** embedme reads a path from the page, or from where it is started. */
function embedded({ listing }: RouterContext, from: Path, url: string): Target {
  const [near, far] = [normalize(`${parentOf(from)}/${url}`), normalize(url)];
  const found = [near, far].find((path) => path !== undefined && listing.has(path) === 'file');
  if (found !== undefined) return { kind: 'file', path: found };
  return near === undefined ? { kind: 'outside', path: url } : { kind: 'missing', path: near };
}
