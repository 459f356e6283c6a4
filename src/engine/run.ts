import { UserError } from '../errors.js';
import type { BaselineEntry, Facts, Path, Problem, ProjectFinding, Result, Setting } from '../model.js';
import type { Code, Rule } from '../rule.js';
import { compareBaseline } from './baseline.js';
import { checkTree } from './check-tree.js';
import { hasRun, moreCode } from './has-run.js';
import type { RunInput } from './input.js';
import type { Keep, Kept, KeptTask, Placed, Speaking } from './kept.js';
import { byPlace, locate, type Placing } from './locate.js';
import { placingOf } from './placing-of.js';
import type { Plan } from './plan.js';
import type { Raw } from './raw.js';
import { speakingFiles } from './speaking-files.js';
import { suppressions } from './suppress.js';
import { type Survey, survey } from './survey.js';
import { unwatched } from './watch.js';

/** Checks a tree, which may have been read already. Everything it finds is in the result; it throws only for what nobody expected. */
export function run(input: RunInput, read: Survey = survey(input), keep?: Keep): Result {
  const { project, plan, pages, failures, notes: found, files } = read;
  const notes: string[] = [...found];
  const speaking = speakingFiles(read);
  const tasks = checkTasks(read, input);
  const raws = [
    ...fileFindings(project.pages, speaking, input),
    ...projectFindings(tasks, plan, input, notes),
  ];
  const suppressed = suppressions(speaking);
  const left = raws.filter((raw) => !suppressed.hides(raw));
  const ran = (name: string | undefined): boolean => hasRun(name, input);
  const about = (): Raw[] => runFindings(plan, input, files, suppressed.uses(ran));
  for (const raw of about()) suppressed.hidesRemark(raw);
  for (const raw of about()) if (!suppressed.hidesRemark(raw)) left.push(raw);

  const { placing, placed, asBefore } = placingOf(read);
  const place = (some: readonly Raw[], how?: Placing) =>
    locate(some, files, (path) => readAgain(path, input), how).filter((one) => isShown(one, input.only));
  const its = place(left, keep && placing);
  keep?.(keptOf(read, input, { speaking, tasks, placed }), asBefore);
  const unsure = new Set(failures.map(({ path }) => path));
  const compared = input.baseline && compareBaseline(its, input.baseline);
  const stale = (compared?.unmatched ?? []).filter(
    ({ path, rule }) =>
      !input.leftOut?.has(rule) &&
      (input.only?.has(path) ?? true) &&
      !unsure.has(path) &&
      (files.has(path) || input.host.has(path) === undefined),
  );
  const problems = compared
    ? [...compared.left, ...place(staleFindings(plan, input, stale))].sort(byPlace)
    : its;
  return {
    ...(compared ? { baseline: { hidden: compared.hidden.length, stale } } : {}),
    problems,
    failures: [...failures].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    notes: [...notes, ...input.workspace.notes],
    summary: {
      files: pages.length,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      fixable: problems.filter(({ fix }) => fix?.safe).length,
    },
  };
}

function* fileFindings(
  pages: readonly Path[],
  files: ReadonlyMap<Path, Speaking>,
  input: RunInput,
): Iterable<Raw> {
  for (const path of pages) {
    for (const [id, findings] of Object.entries(files.get(path)?.findings ?? {})) {
      for (const finding of findings) yield* judged(id, { ...finding, path }, input);
    }
  }
}

type Checked = readonly (readonly [task: Plan['projectTasks'][number], found: KeptTask])[];

function checkTasks(read: Survey, input: RunInput): Checked {
  const tasks = read.plan.projectTasks.filter(({ id }) => !input.idle?.has(id));
  return tasks.map((task) => [task, checkTree(task, read, input)]);
}

function* projectFindings(checked: Checked, plan: Plan, input: RunInput, notes: string[]): Iterable<Raw> {
  for (const [task, { found }] of checked) {
    const asides: string[] = [];
    for (const one of found) {
      if ('note' in one) notes.push(one.note);
      else if ('aside' in one) asides.push(one.aside);
      else if (plan.tasks(one.path).includes(task)) yield* judged(task.id, one, input);
    }
    for (const { note } of task.rule.sumUp?.(asides) ?? []) notes.push(note);
  }
}

function keptOf(
  { discovered, bases, memory, more, resumed }: Survey,
  { beside }: RunInput,
  found: {
    readonly speaking: ReadonlyMap<Path, Speaking>;
    readonly tasks: Checked;
    readonly placed: ReadonlyMap<Path, Placed>;
  },
): Kept {
  return {
    discovered,
    bases,
    git: memory.kept(),
    speaking: [...found.speaking],
    placed: [...found.placed],
    beside: [...new Set([...(beside ?? []), ...(resumed?.before.kept.beside ?? [])])],
    more,
    tasks: Object.fromEntries(found.tasks.map(([{ key }, its]) => [key, its])),
  };
}

function runFindings(
  plan: Plan,
  input: RunInput,
  files: ReadonlyMap<Path, Facts>,
  uses: ReturnType<ReturnType<typeof suppressions>['uses']>,
): Raw[] {
  const { watch = unwatched } = input;
  const named = uses.flatMap(({ name }) => name ?? []);
  const rules = new Map(
    [...input.rules].map(([id, rule]) => {
      const more = named.flatMap((name) => moreCode(name, id, rule) ?? []);
      return [id, [...Object.keys(rule.codes), ...new Set(more)]] as const;
    }),
  );
  return plan.runTasks.flatMap((task) =>
    watch({ phase: 'rule', rule: task.id }, () => [
      ...task.rule.check({ uses, rules, files }, task.options),
    ]).flatMap((finding) => [...judged(task.id, finding, input)]),
  );
}

function staleFindings(plan: Plan, input: RunInput, stale: readonly BaselineEntry[]): Raw[] {
  const { file = '' } = input.baseline ?? {};
  return plan.runTasks.flatMap(({ id, rule, options }) =>
    [...(rule.checkBaseline?.(stale, options) ?? [])].flatMap((finding) => [
      ...judged(id, { ...finding, path: file }, input),
    ]),
  );
}

/** The configured severity caps the finding's own: a rule set to `warn` never yields an error. */
function* judged(id: string, found: ProjectFinding, input: RunInput): Iterable<Raw> {
  const { path, ...finding } = found;
  const configured: Setting = input.settings(path).get(id)?.setting ?? 'off';
  const { severity } = codeOf(input.rules.get(id), finding.code);
  const own = finding.severity ?? severity ?? 'error';
  if (configured === 'off' || own === 'off') return;
  yield {
    rule: id,
    path,
    finding,
    severity: configured === 'error' && own === 'error' ? 'error' : 'warning',
  };
}

function codeOf(rule: Rule | undefined, code: string): Partial<Code> {
  const known = rule && Object.hasOwn(rule.codes, code) ? rule.codes[code] : undefined;
  return typeof known === 'object' ? known : {};
}

function isShown(problem: Problem, only: ReadonlySet<Path> | undefined): boolean {
  if (!only) return true;
  const { path, target, related } = problem;
  return (
    only.has(path) || (target !== undefined && only.has(target)) || related.some((one) => only.has(one.path))
  );
}

function readAgain(path: Path, input: RunInput): string | undefined {
  try {
    return input.configTexts.get(path) ?? input.host.read(path, 'checked');
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
