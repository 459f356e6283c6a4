import type { Path, ProjectFinding } from '../model.js';
import type { Aside, Note } from '../rule.js';
import { factsOf } from './facts-of.js';
import type { RunInput } from './input.js';
import type { KeptTask } from './kept.js';
import type { Plan } from './plan.js';
import { isAbout } from './resume.js';
import { soundFindings } from './sound.js';
import type { Survey } from './survey.js';
import { unwatched } from './watch.js';

type ProjectTask = Plan['projectTasks'][number];
type Found = KeptTask['found'][number];

/** What a rule finds in a tree, as much as is known from an earlier run taken from there. */
export function checkTree(task: ProjectTask, read: Survey, input: RunInput): KeptTask {
  const { before, differing } = read.resumed ?? {};
  const known = before?.kept.tasks[task.key];
  if (!before || !known || (known.asksGit && !before.hasGit)) return whole(task, read, input, known);
  const { changed } = before;
  if (!task.rule.isByPage)
    return isAbout(known, changed) || differing?.has(task.key) ? whole(task, read, input, known) : known;
  if (known.found.some((one) => 'note' in one)) return whole(task, read, input, known);
  const again = new Set(changed);
  for (const [path, sources] of Object.entries(known.sources))
    if (sources.some((source) => changed.has(source))) again.add(path);
  for (const one of known.found)
    if ('code' in one && placesOf(one).some((path) => changed.has(path))) again.add(one.path);
  // One question to git is about all pages, and its limits are shared. Those that had a part in it have findings.
  if (known.asksGit && known.found.some((one) => 'path' in one && again.has(one.path)))
    return whole(task, read, input, known);
  const { found, asksGit } = check(task, read, input, [...again].sort());
  if (asksGit || found.some((one) => 'note' in one)) return whole(task, read, input, known);
  return { ...known, found: merged(known.found, found, again, read) };
}

/** The files in which something is shown, or written by a fix, beside the finding itself. */
function placesOf({ related = [], fix, target }: ProjectFinding): readonly Path[] {
  const others = [...related, ...(fix?.edits ?? [])].map(({ path }) => path);
  return target === undefined ? others : [...others, target];
}

function whole(task: ProjectTask, read: Survey, input: RunInput, known: KeptTask | undefined): KeptTask {
  const { found, touched, asksGit } = check(task, read, input);
  const named = known ?? read.named.get(task.key) ?? { sources: {}, touched: [], asksGit: false };
  const { sources } = named;
  if (task.rule.isByPage) return { found, sources, touched: [], asksGit };
  const all = touched && named.touched && [...new Set([...touched, ...named.touched])];
  return { found, sources, touched: all, asksGit: asksGit || named.asksGit };
}

function check(
  task: ProjectTask,
  { project, files, noticing }: Survey,
  input: RunInput,
  asked?: readonly Path[],
): Pick<KeptTask, 'found' | 'touched' | 'asksGit'> {
  const { id, rule, options } = task;
  const { watch = unwatched } = input;
  const isPlugin = input.plugins?.has(id) === true;
  const findings = (): Iterable<Found> => rule.check(project, options, factsOf(files, task), input.where(id));
  const all = () => [...soundFindings({ id, rule, isPlugin }, undefined, findings)];
  const { result, touched, asksGit } = noticing.during(asked, () => watch({ phase: 'rule', rule: id }, all));
  return { found: result, touched, asksGit };
}

/** What was known of all pages, with those that were looked at again replaced; in the order of the pages. */
function merged(
  known: readonly Found[],
  fresh: readonly Found[],
  again: ReadonlySet<Path>,
  { project }: Survey,
): readonly Found[] {
  const byPath = new Map<Path, (ProjectFinding | Aside)[]>();
  const isOfPage = (one: Found): one is Exclude<Found, Note> => !('note' in one);
  const left = known.filter(isOfPage).filter(({ path }) => !again.has(path));
  for (const one of [...left, ...fresh.filter(isOfPage)]) {
    const its = byPath.get(one.path);
    if (its) its.push(one);
    else byPath.set(one.path, [one]);
  }
  return project.pages.flatMap((path) => byPath.get(path) ?? []);
}
