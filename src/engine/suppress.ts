import type { Facts, Path, Span, Suppression } from '../model.js';
import type { SuppressionUse } from '../rule.js';
import { lineColumn } from '../text.js';
import type { Raw } from './raw.js';

interface Entry {
  readonly path: Path;
  readonly suppression: Suppression;
  readonly name: string | undefined;
  readonly span: readonly [number, number];
  used: boolean;
}

/** The suppressions of a tree, each remembering whether it hid anything. */
export interface Suppressions {
  /** Whether a comment hides this problem; marks the comment as used. */
  hides(problem: Raw): boolean;
  /** The same for what is said of comments: none hides what is said of itself, or it could never be unused. */
  hidesRemark(problem: Raw): boolean;
  uses(ran: (name: string | undefined, path: Path) => boolean): SuppressionUse[];
}

export function suppressions(files: ReadonlyMap<Path, Facts>): Suppressions {
  const entries = new Map<Path, Entry[]>();
  const byName = new Map<Path, Map<string | undefined, Entry[]>>();
  for (const [path, facts] of files) {
    if (facts.suppressions.length > 0)
      entries.set(
        path,
        facts.suppressions.flatMap((one) => entriesOf(path, one)),
      );
  }

  for (const [path, its] of entries) {
    const named = new Map<string | undefined, Entry[]>();
    for (const entry of its) {
      const known = named.get(entry.name);
      if (known) known.push(entry);
      else named.set(entry.name, [entry]);
    }
    byName.set(path, named);
  }

  function isHidden({ path, rule, finding }: Raw, isRemark: boolean): boolean {
    const its = byName.get(path);
    if (!its) return false;
    const speaking = [undefined, rule, `${rule}/${finding.code}`]
      .flatMap((name) => its.get(name) ?? [])
      .filter((entry) => !(isRemark && isAbout(finding.span, entry)))
      .sort((a, b) => a.suppression.span[0] - b.suppression.span[0]);
    if (speaking.length === 0) return false;
    const { line } = lineColumn((files.get(path) as Facts).lineStarts, finding.span[0]);
    const hiding =
      speaking.find(({ suppression }) => covers(suppression, line)) ?? openRange(speaking, finding.span[0]);
    if (hiding) hiding.used = true;
    return hiding !== undefined;
  }

  return {
    hides: (problem) => isHidden(problem, false),
    hidesRemark: (problem) => isHidden(problem, true),
    uses: (ran) =>
      [...entries.values()].flat().map((entry) => ({
        ...entry,
        used:
          entry.suppression.action === 'enable'
            ? endsSomething(entry, entries.get(entry.path) ?? [])
            : entry.used,
        ran: ran(entry.name, entry.path),
      })),
  };
}

function isAbout([start, end]: Span, { suppression }: Entry): boolean {
  return suppression.span[0] <= start && end <= suppression.span[1];
}

function entriesOf(path: Path, suppression: Suppression): Entry[] {
  const base = { path, suppression, used: false };
  if (suppression.rules.length === 0) return [{ ...base, name: undefined, span: suppression.span }];
  return suppression.rules.map(({ name, span }) => ({ ...base, name, span }));
}

function covers(suppression: Suppression, line: number): boolean {
  if (suppression.action === 'disable-file') return true;
  return suppression.lines !== undefined && suppression.lines[0] <= line && line <= suppression.lines[1];
}

/** The `disable` that is in force at an offset: the last one before it that no later `enable` ended. */
function openRange(speaking: readonly Entry[], offset: number): Entry | undefined {
  const open = new Map<string | undefined, Entry>();
  for (const entry of speaking) {
    if (entry.suppression.span[0] > offset) break;
    if (entry.suppression.action === 'disable' && !open.has(entry.name)) open.set(entry.name, entry);
    if (entry.suppression.action === 'enable') open.clear();
  }
  return open.values().next().value;
}

/** Whether turning `whole` on again ends what turned `name` off. */
function isPartOf(name: string | undefined, whole: string): boolean {
  return name === whole || name?.startsWith(`${whole}/`) === true;
}

function endsSomething(enable: Entry, all: readonly Entry[]): boolean {
  return all.some(
    ({ suppression, name }) =>
      suppression.action === 'disable' &&
      suppression.span[0] < enable.suppression.span[0] &&
      (enable.name === undefined ||
        name === undefined ||
        isPartOf(name, enable.name) ||
        isPartOf(enable.name, name)),
  );
}
