import type { Fix } from '../../../src/rule.js';
import type { Named } from '../compare.js';
import type { Listed, Listing } from '../listing.js';
import type { NearMisses } from '../near-misses.js';
import { addValue } from './add-value.js';
import { correctValue } from './correct-value.js';
import { removeValue } from './remove-value.js';

/** Values beyond which no fixes are worked out: each may have to renumber or widen all the others. */
const most = 500;

interface Fixes {
  /** For a value that the docs lack. */
  missing(one: Named): { readonly fix?: Fix };
  /** For a value that the code lacks. */
  phantom(one: Listed): { readonly fix?: Fix };
}

/** How the differences of one place can be mended. A slip of the pen has one fix for both of its problems. */
export function fixesFor(listing: Listing, order: readonly Named[], near: NearMisses): Fixes {
  const isShort = listing.values.length <= most && order.length <= most;
  const offer = (make: () => Fix | undefined) => {
    const fix = isShort ? make() : undefined;
    return fix ? { fix } : {};
  };
  const correct = (slip: Listed, meant: Named) => correctValue(listing, slip, meant, near.isSure(slip));
  return {
    missing: (one) =>
      offer(() => {
        const slip = near.slipFor(one);
        return slip ? correct(slip, one) : addValue(listing, one, order);
      }),
    phantom: (one) =>
      offer(() => {
        const meant = near.meant(one);
        return meant && near.slipFor(meant) === one ? correct(one, meant) : removeValue(listing, one);
      }),
  };
}
