import type { Path, Target } from '../../model.js';
import { once } from '../../once.js';
import { isWithin, join, nameOf, normalize, parentOf } from '../../paths.js';
import type { SphinxSettings } from '../../site/sphinx.js';
import type { Seen } from '../face.js';
import { targetAt } from '../locate.js';
import type { LocalUrl } from '../url.js';
import type { MakeRouter, RouterContext } from './router.js';
import { fragmentOf } from './routes.js';

const sources = ['.md', '.rst', '.ipynb'];
const isFile = /\.(?:md|markdown|rst|txt|ipynb|py|json|ya?ml|toml|csv|pdf|zip|png|jpe?g|gif|svg|html?)$/i;
/** Names that only what is written out has: pages as HTML, and files that the configuration brings. */
const built = /\.html?$|(?:^|\/)_(?:static|images|downloads|sources|modules)\//;

/**
 * Sphinx with MyST: links go by files, or by pages without their endings, from the page or from the top of the
 * sources. What is neither is a label of any page, and so is a fragment that its own page does not have.
 */
export const sphinxRouter: MakeRouter = (context) => {
  const { listing, site } = context;
  const { makesPages, writesPages } = site.settings as SphinxSettings;
  const names = once(() => new Set(context.pages.map((page) => nameOf(page))));
  return (from, url, kind) => {
    const { path, fragment } = url;
    if (path === '') return labelled(context, from, url);
    const top = site.content.find((directory) => isWithin(directory, from)) ?? '';
    const target = path.startsWith('/')
      ? join(top, normalize(path) ?? '')
      : normalize(`${parentOf(from)}/${path}`);
    if (target === undefined) return { kind: 'outside', path };
    const found = targetAt(listing, target, fragment);
    if (found.kind !== 'missing') return found;
    const page = sources.map((ending) => `${target}${ending}`).find((one) => listing.has(one) === 'file');
    if (page !== undefined) return { kind: 'file', path: page, ...fragmentOf(fragment) };
    const others = sources.map((ending) => targetAt(listing, `${target}${ending}`, fragment));
    const other = others.find(({ kind }) => kind === 'case');
    if (other && !someSource(context, (seen) => hasLabel(seen, path))) return other;
    if (built.test(path) || (makesPages && listing.has(parentOf(target)) !== 'directory'))
      return { kind: 'unknown' };
    if (writesPages && kind !== 'image' && kind !== 'ref' && !path.includes('/') && !names().has(path))
      return { kind: 'unknown' };
    const isLabel = kind !== 'image' && kind !== 'ref' && !/^\.{0,2}\//.test(path) && !isFile.test(path);
    return isLabel && mayBeLabel(context, path) ? { kind: 'unknown' } : found;
  };
};

/** A fragment alone: an id of the page, else a label wherever it stands. */
function labelled(context: RouterContext, from: Path, { fragment }: LocalUrl): Target {
  const own: Target = { kind: 'file', path: from, ...fragmentOf(fragment) };
  if (fragment === undefined || context.hasAnchor(from, fragment) !== false) return own;
  return mayBeLabel(context, fragment) ? { kind: 'unknown' } : own;
}

/** Names with dots, spaces and the like are of code and of glossaries. */
function mayBeLabel({ site, files }: RouterContext, name: string): boolean {
  if ((site.settings as SphinxSettings).hasOtherSources || !/^[\w/-]+$/.test(name)) return true;
  return someSource({ site, files }, (seen) => seen.hasUnknownIds || hasLabel(seen, name));
}

function someSource(
  { site, files }: Pick<RouterContext, 'site' | 'files'>,
  is: (seen: Seen) => boolean,
): boolean {
  for (const [path, seen] of files)
    if (site.content.some((directory) => isWithin(directory, path)) && is(seen)) return true;
  return false;
}

function hasLabel({ anchors }: Seen, name: string): boolean {
  const label = name.toLowerCase();
  return anchors.some(({ id }) => id.toLowerCase() === label);
}
