import { prepare } from '../engine/prepare.js';
import { run } from '../engine/run.js';
import { UserError } from '../errors.js';
import { headOrNothing, mergeBase } from '../host/base-commit.js';
import { hostBefore } from '../host/before.js';
import { type Difference, difference } from '../host/difference.js';
import { diskHost } from '../host/disk.js';
import { diskTree } from '../host/disk-tree.js';
import type { Host } from '../host/host.js';
import type { Path, Problem, Result } from '../model.js';
import { isWithin } from '../paths.js';
import type { Rule } from '../rule.js';
import type { World } from '../trace/world.js';
import { causes } from './causes.js';
import { compareProblems } from './compare-problems.js';
import type { LintOptions } from './lint.js';
import type { Session } from './open.js';
import { textChanges } from './text-changes.js';

type Narrowing = Pick<LintOptions, 'since' | 'staged' | 'changedLines'>;

/**
 * Of what was found, what a change brought: all where the options name no change. The tree as it was before is checked
 * by the same config. Throws UserError where git does not have that tree.
 */
export async function newProblems(session: Session, options: Narrowing, found: Result): Promise<Result> {
  const { since, staged, changedLines = false } = options;
  if (since === undefined && !staged) {
    if (changedLines)
      throw new UserError('`--changed-lines` needs a change: give `--since <ref>` or `--staged` too.');
    return found;
  }
  const { input, workspace, world } = session;
  const root = world.real(workspace);
  const now = session.staged ?? fromDisk(world, root);
  const base = since === undefined ? headOrNothing(world, root) : mergeBase(world, root, since);
  const kind = session.staged ? 'index' : 'work tree';
  const change = difference(world, root, base, { kind, read: (path) => now.host.read(path) });
  if (found.problems.length === 0) return { ...found, change: { others: 0 } };
  const then = hostBefore(world, root, now, change);
  const texts = {
    now: session.text,
    before: (path: Path) => input.configTexts.get(path) ?? readOf(then, path),
  };
  const changes = textChanges(change, texts);
  const before = await problemsBefore(session, then, change, found);
  const fresh = compareProblems({ now: found.problems, before, texts, changes });
  const shown = changedLines ? fresh.filter((problem) => changes.touches(problem)) : fresh;
  const problems = causes(shown, changes, texts);
  return {
    ...found,
    problems,
    change: { others: found.problems.length - problems.length },
    failures: [...found.failures, ...then.failures()],
    summary: {
      ...found.summary,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      fixable: problems.filter(({ fix }) => fix?.safe).length,
    },
  };
}

function fromDisk(world: World, root: string) {
  const host = diskHost(root, world);
  return { host, tree: diskTree(world, root, host) };
}

/** Every problem of the tree as it was; those too that the baseline hides now. */
async function problemsBefore(
  { input }: Session,
  host: Host,
  change: Difference,
  found: Result,
): Promise<readonly Problem[]> {
  const { only: _only, baseline, found: _found, ahead: _ahead, ...rest } = input;
  const moved = movedRoots(input.roots, host, change);
  const asNow = (path: Path): Path => moved.find(([old]) => isWithin(old, path))?.[1](path) ?? path;
  const renamed = new Map(change.changes.map(({ from, path }) => [path, from ?? path] as const));
  const then = await prepare({
    ...rest,
    host,
    roots: [...input.roots.filter((root) => host.has(root) === 'directory'), ...moved.map(([old]) => old)],
    extraPages: (input.extraPages ?? [])
      .map((path) => renamed.get(path) ?? path)
      .filter((path) => host.has(path) === 'file'),
    isPage: (path) => input.isPage(asNow(path)),
    settings: (path) => input.settings(asNow(path)),
    workspace: { ...input.workspace, notes: new Set<string>(), note: () => undefined },
    idle: idleRules(input.rules, found),
    ...(input.cache ? { cache: besideNow(input.cache) } : {}),
  });
  const { problems } = run(then);
  if (!baseline || !found.problems.some(({ path }) => path === baseline.file)) return problems;
  return [...problems, ...run({ ...then, baseline }).problems.filter(({ path }) => path === baseline.file)];
}

/** Rules without a problem now have none that could be an old one; but whoever speaks of all rules has to see them at work. */
function idleRules(rules: ReadonlyMap<string, Rule>, { problems }: Result): ReadonlySet<string> {
  const busy = new Set(problems.map(({ rule }) => rule));
  const isSeen = [...busy].some((id) => rules.get(id)?.scope === 'run');
  return new Set(isSeen ? [] : [...rules.keys()].filter((id) => !busy.has(id)));
}

/** Docs roots that had another name, by the files that were renamed with them. */
function movedRoots(
  roots: readonly Path[],
  host: Host,
  { changes }: Difference,
): readonly (readonly [Path, (path: Path) => Path])[] {
  return roots.flatMap((root) => {
    if (host.has(root) === 'directory') return [];
    for (const { from, path } of changes) {
      const rest = path.slice(root.length);
      if (from === undefined || !isWithin(root, path) || !from.endsWith(rest)) continue;
      const old = from.slice(0, from.length - rest.length);
      return [[old, (one: Path) => root + one.slice(old.length)] as const];
    }
    return [];
  });
}

/** The facts of both sides are kept, each under a name of its own: one side must not push out the other. */
function besideNow(cache: NonNullable<Session['input']['cache']>): NonNullable<Session['input']['cache']> {
  const name = (path: Path): Path => `before:${path}`;
  return {
    ...cache,
    get: (path, text) => cache.get(path, text) ?? cache.get(name(path), text),
    put: (path, text, parts) => cache.put(name(path), text, parts),
  };
}

function readOf(host: Host, path: Path): string | undefined {
  try {
    return host.read(path);
  } catch {
    return undefined;
  }
}
