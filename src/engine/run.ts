import { UserError } from '../errors.js';
import type {
  BaselineEntry,
  Facts,
  Path,
  Problem,
  Project,
  ProjectFinding,
  Result,
  Setting,
} from '../model.js';
import type { Code, Rule } from '../rule.js';
import { compareBaseline } from './baseline.js';
import { factsOf } from './facts-of.js';
import { hasRun, moreCode } from './has-run.js';
import type { RunInput } from './input.js';
import { byPlace, locate } from './locate.js';
import type { Plan } from './plan.js';
import type { Raw } from './raw.js';
import { soundFindings } from './sound.js';
import { suppressions } from './suppress.js';
import { type Survey, survey } from './survey.js';
import { unwatched } from './watch.js';

/** Checks a tree, which may have been read already. Everything it finds is in the result; it throws only for what nobody expected. */
export function run(input: RunInput, read: Survey = survey(input)): Result {
  const { project, plan, pages, failures, notes: found } = read;
  const { files } = project;
  const notes: string[] = [...found];
  const raws = [
    ...fileFindings(project.pages, files, input),
    ...projectFindings(project, plan, input, notes),
  ];
  const suppressed = suppressions(files);
  const left = raws.filter((raw) => !suppressed.hides(raw));
  const ran = (name: string | undefined): boolean => hasRun(name, input);
  const about = (): Raw[] => runFindings(plan, input, files, suppressed.uses(ran));
  for (const raw of about()) suppressed.hidesRemark(raw);
  for (const raw of about()) if (!suppressed.hidesRemark(raw)) left.push(raw);

  const place = (some: readonly Raw[]) =>
    locate(some, files, (path) => readAgain(path, input)).filter((one) => isShown(one, input.only));
  const unsure = new Set(failures.map(({ path }) => path));
  const compared = input.baseline && compareBaseline(place(left), input.baseline);
  const stale = (compared?.unmatched ?? []).filter(
    ({ path, rule }) =>
      !input.leftOut?.has(rule) &&
      (input.only?.has(path) ?? true) &&
      !unsure.has(path) &&
      (files.has(path) || input.host.has(path) === undefined),
  );
  const problems = compared
    ? [...compared.left, ...place(staleFindings(plan, input, stale))].sort(byPlace)
    : place(left);
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
  files: ReadonlyMap<Path, Facts>,
  input: RunInput,
): Iterable<Raw> {
  for (const path of pages) {
    for (const [id, findings] of Object.entries(files.get(path)?.findings ?? {})) {
      for (const finding of findings) yield* judged(id, { ...finding, path }, input);
    }
  }
}

function* projectFindings(project: Project, plan: Plan, input: RunInput, notes: string[]): Iterable<Raw> {
  const { watch = unwatched } = input;
  for (const task of plan.projectTasks.filter(({ id }) => !input.idle?.has(id))) {
    const { id, rule, options } = task;
    const isPlugin = input.plugins?.has(id) === true;
    const check = () => rule.check(project, options, factsOf(project, task), input.where(id));
    const findings = () => [...soundFindings({ id, rule, isPlugin }, undefined, check)];
    for (const finding of watch({ phase: 'rule', rule: id }, findings)) {
      if ('note' in finding) notes.push(finding.note);
      else if (plan.tasks(finding.path).includes(task)) yield* judged(task.id, finding, input);
    }
  }
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
    return input.configTexts.get(path) ?? input.host.read(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
