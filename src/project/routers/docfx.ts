import { normalize, parentOf } from '../../paths.js';
import { targetAt } from '../locate.js';
import type { MakeRouter } from './router.js';

/**
 * DocFX and Microsoft Learn: relative to the page, `~/` from the docset, and letter case does not count. A path
 * from the top is one of the whole site, where other docsets live, so nothing can be said of it. Either
 * slash separates: authors write both, and the build takes them. `#tab/name` switches tabs.
 */
export const docfxRouter: MakeRouter = ({ listing, site }) => {
  return (from, { path, fragment }) => {
    const kept = fragment === undefined || fragment.startsWith('tab/') ? undefined : fragment;
    if (path === '') return { kind: 'file', path: from, ...(kept === undefined ? {} : { fragment: kept }) };
    const slashed = path.replaceAll('\\', '/');
    if (slashed.startsWith('/')) return { kind: 'unknown' };
    const target = normalize(
      slashed.startsWith('~/') ? `${site.base}/${slashed.slice(2)}` : `${parentOf(from)}/${slashed}`,
    );
    if (target === undefined) return { kind: 'outside', path };
    const found = targetAt(listing, target, kept, ['index.md', 'README.md', 'index.yml']);
    return found.kind === 'case' ? targetAt(listing, found.actual, kept) : found;
  };
};
