import { UserError } from '../errors.js';
import type { Path, Setting } from '../model.js';
import { parentOf } from '../paths.js';
import type { Rule, Workspace } from '../rule.js';
import type { RuleSettings } from './input.js';

/**
 * Settings in which a rule that files turn on is off where there is none of them, unless its severity was set.
 * One object for each object that comes in and each choice of rules that are off.
 */
export function enable(
  settings: (path: Path) => RuleSettings,
  rules: ReadonlyMap<string, Rule>,
  workspace: Workspace,
): (path: Path) => RuleSettings {
  const tests = [...rules].flatMap(([id, rule]) =>
    rule.enabledBy ? [{ id, isOn: inherited((directory) => isEnabled(rule, directory, workspace)) }] : [],
  );
  const known = new Map<RuleSettings, Map<string, RuleSettings>>();
  return (path) => {
    const configured = settings(path);
    const off = tests
      .filter(({ id, isOn }) => configured.get(id)?.isDefault && !isOn(parentOf(path)))
      .map(({ id }) => id);
    if (off.length === 0) return configured;
    const variants = known.get(configured) ?? new Map<string, RuleSettings>();
    known.set(configured, variants);
    const variant = variants.get(off.join()) ?? turnedOff(configured, off);
    variants.set(off.join(), variant);
    return variant;
  };
}

/** Whether a directory or one above it passes, each asked once. */
function inherited(test: (directory: Path) => boolean): (directory: Path) => boolean {
  const known = new Map<Path, boolean>();
  return function isOn(directory): boolean {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const on = test(directory) || (directory !== '' && isOn(parentOf(directory)));
    known.set(directory, on);
    return on;
  };
}

/** A file that cannot be read is there; what is wrong with it is said when the rule reads it. */
function isEnabled(rule: Rule, directory: Path, workspace: Workspace): boolean {
  try {
    return rule.enabledBy?.(directory, workspace) === true;
  } catch (error) {
    if (error instanceof UserError) return true;
    throw error;
  }
}

function turnedOff(settings: RuleSettings, ids: readonly string[]): RuleSettings {
  return new Map(
    [...settings].map(([id, rule]) => [
      id,
      ids.includes(id) ? { ...rule, setting: 'off' satisfies Setting } : rule,
    ]),
  );
}
