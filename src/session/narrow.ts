import type { RuleSettings } from '../engine/input.js';
import { UserError } from '../errors.js';
import type { Path, Setting } from '../model.js';
import { nearest } from '../nearest.js';
import type { Rule } from '../rule.js';

export interface Narrowing {
  readonly only?: readonly string[];
  readonly rules?: ReadonlyMap<string, Setting>;
}

/** Settings with what the command line says on top, one object for each object of the config's. */
export function narrow(
  settings: (path: Path) => RuleSettings,
  { only = [], rules }: Narrowing,
): (path: Path) => RuleSettings {
  const known = new Map<RuleSettings, RuleSettings>();
  const isTold = (id: string): boolean => only.length > 0 || rules?.has(id) === true;
  return (path) => {
    const configured = settings(path);
    const before = known.get(configured);
    if (before) return before;
    const narrowed = new Map(
      [...configured].map(
        ([id, rule]) =>
          [
            id,
            isTold(id)
              ? { ...rule, setting: settingOf(id, rule.setting, only, rules), isDefault: false }
              : rule,
          ] as const,
      ),
    );
    known.set(configured, narrowed);
    return narrowed;
  };
}

/** A rule that is named alone runs, even where the config turns it off. */
function settingOf(
  id: string,
  configured: Setting,
  only: readonly string[] = [],
  rules?: ReadonlyMap<string, Setting>,
): Setting {
  if (only.length > 0 && !only.includes(id)) return 'off';
  const wanted = rules?.get(id);
  if (wanted !== undefined) return wanted;
  return only.includes(id) && configured === 'off' ? 'error' : configured;
}

/** Rules that the command line turned off or left out. */
export function leftOut(ids: Iterable<string>, { only = [], rules }: Narrowing): ReadonlySet<string> {
  return new Set(
    [...ids].filter((id) => (only.length > 0 && !only.includes(id)) || rules?.get(id) === 'off'),
  );
}

/** Throws UserError for a name that is no rule's. */
export function checkNames(rules: ReadonlyMap<string, Rule>, names: readonly string[]): void {
  const issues = names
    .filter((name) => !rules.has(name))
    .map((name) => {
      const near = nearest(name, rules.keys());
      const advice =
        near === undefined ? `The rules are ${[...rules.keys()].join(', ')}.` : `Did you mean \`${near}\`?`;
      return { message: `There is no rule \`${name}\`. ${advice}` };
    });
  if (issues.length > 0) throw UserError.of(issues);
}
