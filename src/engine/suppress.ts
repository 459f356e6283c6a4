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

/** The comments of a page that name the same rule. */
interface Speaking {
  /** By each line that they are about. */
  readonly ofLines: Map<number, Entry[]>;
  /** About more than some lines. */
  readonly others: Entry[];
}

/** The suppressions of a tree, each remembering whether it hid anything. */
export interface Suppressions {
  /** Whether a comment hides this problem; marks the comment as used. */
  hides(problem: Raw): boolean;
  /** The same for what is said of comments: none hides what is said of itself, or it could never be unused. */
  hidesRemark(problem: Raw): boolean;
  uses(ran: (name: string | undefined, path: Path) => boolean): SuppressionUse[];
}

export function suppressions(
  files: ReadonlyMap<Path, Pick<Facts, 'suppressions' | 'lineStarts'>>,
): Suppressions {
  const entries = new Map<Path, Entry[]>();
  const byName = new Map<Path, Map<string | undefined, Speaking>>();
  for (const [path, facts] of files) {
    if (facts.suppressions.length > 0)
      entries.set(
        path,
        facts.suppressions.flatMap((one) => entriesOf(path, one)),
      );
  }

  for (const [path, its] of entries) {
    const named = new Map<string | undefined, Speaking>();
    for (const entry of its) {
      const known = named.get(entry.name) ?? { ofLines: new Map(), others: [] };
      named.set(entry.name, known);
      add(known, entry);
    }
    byName.set(path, named);
  }

  function isHidden({ path, rule, finding }: Raw, isRemark: boolean): boolean {
    const its = byName.get(path);
    if (!its) return false;
    const { line } = lineColumn(files.get(path)?.lineStarts ?? [0], finding.span[0]);
    const speaking = [undefined, rule, `${rule}/${finding.code}`]
      .flatMap((name) => [...(its.get(name)?.ofLines.get(line) ?? []), ...(its.get(name)?.others ?? [])])
      .filter((entry) => !(isRemark && isAbout(finding.span, entry)))
      .sort((a, b) => a.suppression.span[0] - b.suppression.span[0]);
    if (speaking.length === 0) return false;
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

function add({ ofLines, others }: Speaking, entry: Entry): void {
  const { lines } = entry.suppression;
  if (!lines) others.push(entry);
  else
    for (let line = lines[0]; line <= lines[1]; line++) {
      const its = ofLines.get(line);
      if (its) its.push(entry);
      else ofLines.set(line, [entry]);
    }
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
