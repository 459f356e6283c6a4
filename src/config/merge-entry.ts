import type { ResolvedRule, RuleEntry } from './types.js';

/** A rule with what a later config or override says of it: a severity alone keeps the options and their place. */
export function mergeEntry(before: ResolvedRule, { setting, options, where, from }: RuleEntry): ResolvedRule {
  return options === undefined
    ? { setting, options: before.options, where: before.where, ...(from ? { from } : {}) }
    : { setting, options, where, ...(from ? { from } : {}) };
}
