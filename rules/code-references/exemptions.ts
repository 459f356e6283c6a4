import type { Where } from '../../src/rule.js';
import { isLike } from './kinds/is-like.js';
import type { ExemptOption } from './options.js';

/** The exemptions of one kind, and which of them were needed. */
export interface Exemptions {
  /** Whether a name that only this side has is exempt. */
  has(name: string, side: 'code' | 'docs'): boolean;
  unused(): { readonly at: ReturnType<Where>; readonly option: ExemptOption }[];
}

export function exemptionsOf(options: readonly ExemptOption[], pointer: string, where: Where): Exemptions {
  const used = new Set<ExemptOption>();
  return {
    has(name, side) {
      const found = options.filter((one) => (one.side ?? side) === side && isLike(name, one.value));
      for (const one of found) used.add(one);
      return found.length > 0;
    },
    unused: () =>
      options.flatMap((option, index) =>
        used.has(option) ? [] : [{ option, at: where(`${pointer}/exempt/${index}`) }],
      ),
  };
}
