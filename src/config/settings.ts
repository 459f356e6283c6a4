import { globMatcher } from '../glob.js';
import type { Path } from '../model.js';
import { mergeEntry } from './merge-entry.js';
import type { Config, ResolvedRule } from './types.js';

/**
 * The rules as they stand for a page, overrides applied in order. Pages to which the same overrides apply get the
 * same object, and a rule that no override names is the same object for every page.
 */
export function settingsFor({ rules, overrides }: Config): (path: Path) => ReadonlyMap<string, ResolvedRule> {
  const matchers = overrides.map(({ files }) => globMatcher(files));
  const known = new Map<string, ReadonlyMap<string, ResolvedRule>>([['', rules]]);
  return (path) => {
    const applied = [...overrides.keys()].filter((index) => matchers[index]?.(path));
    const key = applied.join();
    const settings =
      known.get(key) ??
      applyOverrides(
        rules,
        applied.map((index) => overrides[index]),
      );
    known.set(key, settings);
    return settings;
  };
}

function applyOverrides(
  rules: Config['rules'],
  applied: readonly (Config['overrides'][number] | undefined)[],
): ReadonlyMap<string, ResolvedRule> {
  const settings = new Map(rules);
  for (const override of applied) {
    for (const [id, entry] of override?.rules ?? []) {
      const before = settings.get(id);
      if (before) settings.set(id, mergeEntry(before, entry));
    }
  }
  return settings;
}
