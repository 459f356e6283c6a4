import { applyEdits } from '../fix/apply-edits.js';
import { generatedSpans } from '../fix/generated-spans.js';
import { hasMark } from '../host/has-mark.js';
import { writeFiles } from '../host/write-files.js';
import type { Change, Edit, Move, Path } from '../model.js';
import { relocated } from '../paths.js';
import type { Refactored } from '../refactor/refactor.js';
import type { Session } from './open.js';
import { baselineFile, writeBaseline } from './read-baseline.js';
import type { Refactoring } from './refactoring.js';

/** What was worked out, as changes of files. */
export function planChanges(
  { input, workspace, warnings }: Session,
  { edits, links, breaks, baseline }: Refactored,
  move?: Move & { readonly files: readonly Path[] },
): Refactoring {
  const { host } = input;
  const all = new Map(edits);
  if (baseline) {
    const { length } = host.read(baselineFile) ?? '';
    all.set(baselineFile, [{ path: baselineFile, start: 0, end: length, text: writeBaseline(baseline) }]);
  }
  const changed = [...all].map(([path, its]) => changeOf(path, its));
  const moved = (move?.files ?? []).filter((path) => !all.has(path)).map((path) => changeOf(path, []));
  const changes = [...changed, ...moved].sort((a, b) => (a.path < b.path ? -1 : 1));

  function changeOf(path: Path, its: readonly Edit[]): Change {
    const link = host.link(path);
    const real = typeof link === 'object' ? link.to : path;
    const to = move ? relocated(move, real) : real;
    const before = its.length === 0 ? '' : (host.read(path) ?? '');
    return { path: real, before, edits: its, mark: hasMark(workspace, real), ...(to === real ? {} : { to }) };
  }

  return {
    workspace,
    prefix: host.repository()?.prefix ?? '',
    changes,
    links,
    breaks,
    notes: [...warnings, ...generated(changed)],
    ...(move ? { move: { from: move.from, to: move.to } } : {}),
    write: () =>
      writeFiles(
        workspace,
        changed.map(({ path, before, edits: its }) => ({ path, before, after: applyEdits(before, its) })),
        move,
      ),
  };

  /** What a program writes again without the change would break again. */
  function generated(files: readonly Change[]): readonly string[] {
    const told = host.generated(files.map(({ path }) => path));
    return files
      .filter(({ path, before, edits: its }) => {
        const spans = generatedSpans(path, before);
        return (
          told.has(path) || its.some(({ start }) => spans.some(([from, to]) => from <= start && start < to))
        );
      })
      .map(({ path }) => `${path} is generated. What generates it needs the same change.`);
  }
}
