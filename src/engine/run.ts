import { UserError } from '../errors.js';
import { discover } from '../host/discover.js';
import type {
  Facts,
  Failure,
  Json,
  Path,
  Problem,
  Project,
  ProjectFinding,
  Result,
  Setting,
} from '../model.js';
import { buildProject } from '../project/build.js';
import type { OwnUrls } from '../project/own-url.js';
import type { Rule } from '../rule.js';
import { detectSites } from '../site/detect.js';
import { lineColumn } from '../text.js';
import { collect } from './collect.js';
import type { RunInput } from './input.js';
import { locate } from './locate.js';
import { plan as makePlan, type Plan, type Task } from './plan.js';
import type { Raw } from './raw.js';
import { suppressions } from './suppress.js';

/** Checks a tree. Everything it finds is in the result; it throws only for what nobody expected. */
export function run(input: RunInput): Result {
  const found = discover(input.host, input.roots, (path) => input.isPage(path));
  const pages = [...new Set([...found.pages, ...(input.extraPages ?? [])])].sort();
  const plan = makePlan(input.rules, pages, (path) => input.settings(path));
  const failures: Failure[] = [...found.failures];
  const files = new Map<Path, Facts>();
  const add = (path: Path): void => {
    const facts = collect(path, input, plan, failures);
    if (facts) files.set(path, facts);
  };
  pages.forEach(add);
  [...input.configTexts.keys()].forEach(add);
  const readable = pages.filter((path) => files.has(path));
  const project = buildProject(input.host, files, {
    roots: input.roots,
    sites: detectSites({
      host: input.host,
      roots: input.roots,
      pages,
      ...(input.generators ? { generators: input.generators } : {}),
    }),
    own: ownUrls(input),
    pages: readable,
    git: found.git,
  });
  readSources(project, plan, add);

  const notes: string[] = [...found.notes];
  const raws = [...fileFindings(readable, files, input), ...projectFindings(project, plan, input, notes)];
  const suppressed = suppressions(files);
  const left = raws.filter((raw) => !suppressed.hides(raw));
  const ran = (name: string | undefined): boolean =>
    name === undefined ? !input.leftOut?.size : !input.leftOut?.has(name.split('/')[0] as string);
  const about = (): Raw[] => runFindings(plan, input, files, suppressed.uses(ran));
  for (const raw of about()) suppressed.hides(raw);
  left.push(...about().filter((raw) => !suppressed.hides(raw)));

  const problems = locate(left, files, (path) => readAgain(path, input)).filter((one) =>
    isShown(one, input.only),
  );
  return {
    problems,
    failures: [...failures, ...faults(files)].sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
    ),
    notes,
    summary: {
      files: pages.length,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      fixable: problems.filter(({ fix }) => fix !== undefined).length,
    },
  };
}

function ownUrls({ host, own = {} }: RunInput): OwnUrls {
  const { url, ...place } = host.repository() ?? {};
  const repository = (own.repository ?? url)?.replace(/(?:\.git)?\/*$/, '');
  const site = own.site?.replace(/\/*$/, '');
  return { ...place, ...(repository ? { repository } : {}), ...(site ? { site } : {}) };
}

/** Reads what project rules ask for, until they ask for nothing new. */
function readSources(project: Project, plan: Plan, add: (path: Path) => void): void {
  const asked = new Set<Path>(project.files.keys());
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const task of plan.projectTasks) {
      const wanted = [...(task.rule.sources?.(project, task.options, factsOf(project, task)) ?? [])];
      for (const path of wanted) {
        if (asked.has(path)) continue;
        asked.add(path);
        isNew = true;
        if (project.has(path) === 'file') add(path);
      }
    }
  }
}

function factsOf(project: Project, task: Task): ReadonlyMap<Path, Json> {
  const facts = new Map<Path, Json>();
  for (const [path, { byRule }] of project.files) {
    const its = byRule[task.key];
    if (its !== undefined) facts.set(path, its);
  }
  return facts;
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
  for (const task of plan.projectTasks) {
    const findings = task.rule.check(project, task.options, factsOf(project, task), input.where(task.id));
    for (const finding of findings) {
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
  const rules = new Map([...input.rules].map(([id, rule]) => [id, Object.keys(rule.codes)] as const));
  return plan.runTasks.flatMap((task) =>
    [...task.rule.check({ uses, rules, files }, task.options)].flatMap((finding) => [
      ...judged(task.id, finding, input),
    ]),
  );
}

/** The configured severity caps the finding's own: a rule set to `warn` never yields an error. */
function* judged(id: string, found: ProjectFinding, input: RunInput): Iterable<Raw> {
  const { path, ...finding } = found;
  const configured = input.settings(path).get(id)?.setting ?? 'off';
  const own = finding.severity ?? codeSeverity(input.rules.get(id), finding.code) ?? 'error';
  if (configured === 'off' || own === 'off') return;
  yield {
    rule: id,
    path,
    finding,
    severity: configured === 'error' && own === 'error' ? 'error' : 'warning',
  };
}

function codeSeverity(rule: Rule | undefined, code: string): Setting | undefined {
  const known = rule && Object.hasOwn(rule.codes, code) ? rule.codes[code] : undefined;
  return typeof known === 'object' ? known.severity : undefined;
}

function isShown(problem: Problem, only: ReadonlySet<Path> | undefined): boolean {
  if (!only) return true;
  const { path, target, related } = problem;
  return (
    only.has(path) || (target !== undefined && only.has(target)) || related.some((one) => only.has(one.path))
  );
}

function* faults(files: ReadonlyMap<Path, Facts>): Iterable<Failure> {
  for (const { path, faults, lineStarts } of files.values()) {
    for (const { offset, message } of faults) yield { path, ...lineColumn(lineStarts, offset), message };
  }
}

function readAgain(path: Path, input: RunInput): string | undefined {
  try {
    return input.configTexts.get(path) ?? input.host.read(path);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
