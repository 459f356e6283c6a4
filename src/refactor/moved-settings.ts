import type { RuleSettings } from '../engine/input.js';
import type { Move, Path } from '../model.js';
import { isWithin, relocated } from '../paths.js';

/** Settings as the configs will have them, of which these are the texts: options name what is moved by its new name. */
export function movedSettings(
  settings: (path: Path) => RuleSettings,
  move: Move | undefined,
  texts: readonly string[],
): (path: Path) => RuleSettings {
  if (!move) return settings;
  const isWritten = (path: Path): boolean => texts.some((text) => text.includes(path));
  const known = new Map<RuleSettings, RuleSettings>();
  const options = new Map<unknown, unknown>();
  const renamed = (value: unknown): unknown => {
    if (!options.has(value)) options.set(value, renameIn(value, move, isWritten));
    return options.get(value);
  };
  return (path) => {
    const before = settings(path);
    const its =
      known.get(before) ??
      new Map([...before].map(([id, rule]) => [id, { ...rule, options: renamed(rule.options) }] as const));
    known.set(before, its);
    return its;
  };
}

function renameIn(value: unknown, move: Move, isWritten: (path: Path) => boolean): unknown {
  if (typeof value === 'string') {
    const bare = value.replace(/^!?(?:\.\/)?/, '');
    return isWithin(move.from, bare) && isWritten(bare)
      ? value.slice(0, value.length - bare.length) + relocated(move, bare)
      : value;
  }
  if (Array.isArray(value)) return value.map((one) => renameIn(one, move, isWritten));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renameIn(one, move, isWritten)]));
}
