import { UserError } from '../errors.js';
import { type Discovered, discover } from '../host/discover.js';
import type { Host } from '../host/host.js';
import { openIndentedBlocks } from '../markdown/indented-blocks.js';
import type { Facts, Failure, Path, Project } from '../model.js';
import { isWithin } from '../paths.js';
import { buildProject } from '../project/build.js';
import { type GitMemory, gitMemory } from '../project/git-memory.js';
import { makeNoticing, type Noticing } from '../project/noticing.js';
import type { OwnUrls } from '../project/own-url.js';
import { detectSites, type SiteBase, siteBases } from '../site/detect.js';
import { lineColumn } from '../text.js';
import { pageChecker } from './check-page.js';
import { collect } from './collect.js';
import { headingOf } from './heading-of.js';
import { youngHolder } from './hold-young.js';
import type { RunInput } from './input.js';
import type { Before, Kept } from './kept.js';
import { type Named, nameSources } from './name-sources.js';
import { plan as makePlan, type Plan } from './plan.js';
import { type Resumed, resume } from './resume.js';
import { takeTurn } from './take-turn.js';
import { unwatched, type Watch } from './watch.js';

/** A tree that has been read: every rule has its facts. */
export interface Survey {
  readonly project: Project;
  readonly plan: Plan;
  /** Every page that was found, also those that could not be read. */
  readonly pages: readonly Path[];
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
  /** As `project` has them, and without notice. */
  readonly files: ReadonlyMap<Path, Facts>;
  readonly noticing: Noticing;
  /** By the key of the task, what it named as sources. */
  readonly named: ReadonlyMap<string, Named>;
  /** The files beside the pages, with the keys of the tasks that read them. */
  readonly more: Kept['more'];
  readonly discovered: Discovered;
  readonly bases: readonly SiteBase[];
  /** What git said. */
  readonly memory: GitMemory;
  /** What of an earlier run still holds. */
  readonly resumed?: Resumed;
}

/** Pages between two turns. */
const turn = 100;

/** Finds the pages, reads them and what rules ask for beyond them. */
export function survey(input: RunInput, before?: Before): Survey {
  const steps = surveySteps(input, before);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same for a tree of any size: between pages the process takes its turns, in which a native parser frees its memory. */
export async function surveyInTurns(input: RunInput, before?: Before): Promise<Survey> {
  const steps = surveySteps(input, before);
  const young = youngHolder();
  try {
    for (let step = 1; ; step++) {
      const { done, value } = steps.next();
      if (done) return value;
      if (step % turn !== 0) continue;
      young.look();
      await takeTurn();
    }
  } finally {
    young.end();
  }
}

/** A step is one page. */
function* surveySteps(input: RunInput, before?: Before): Generator<undefined, Survey> {
  const { watch = unwatched } = input;
  const look = () => discover(input.host, input.roots, (path) => input.isPage(path));
  const found = input.found ?? watch({ phase: 'find' }, look);
  const pages = [...new Set([...found.pages, ...(input.extraPages ?? [])])].sort();
  const plan = makePlan(input.rules, pages, (path) => input.settings(path));
  const failures: Failure[] = [...found.failures];
  const checkPage = pageChecker(input, plan, failures);
  const { host, roots, generators } = input;
  const asPage = new Set(pages);
  const bases = watch({ phase: 'links' }, () => before?.kept.bases ?? siteBases(host, roots, pages));
  const sites = watch({ phase: 'links' }, () =>
    detectSites({ host: forgiving(host, failures), roots, bases, ...(generators ? { generators } : {}) }),
  );
  const mkdocs = sites.filter(({ router }) => router === 'mkdocs').flatMap(({ content }) => content);
  const forMkdocs = (path: Path): boolean => mkdocs.some((directory) => isWithin(directory, path));
  const noticing = makeNoticing();
  const read = (path: Path, tasks: Plan['projectTasks']): Facts | undefined => {
    const reading = forMkdocs(path) ? { ...input, asParsed: openIndentedBlocks } : input;
    return collect(path, reading, tasks, failures, checkPage);
  };
  const build = (files: ReadonlyMap<Path, Facts>, memory: GitMemory): Project =>
    buildProject(host, files, {
      roots,
      sites,
      own: ownUrls(input),
      pages: pages.filter((path) => files.has(path)),
      git: found.git,
      headingOf: (path, line) => headingOf(input.parser, path, line),
      noticing,
      memory,
    });
  const whole = { plan, pages, notes: found.notes, noticing, discovered: found, bases };
  const resumed = before && resume(before, { ...whole, input, sites, read, build, forMkdocs });
  if (resumed) {
    const { files, project, memory } = resumed;
    const rest = { named: new Map(), more: before.kept.more, resumed };
    return {
      ...whole,
      ...rest,
      files,
      project,
      memory,
      failures: distinct([...failures, ...host.failures()]),
    };
  }
  const files = new Map<Path, Facts>();
  const more = new Map<Path, Set<string>>();
  const add = (path: Path, tasks: Plan['projectTasks']): void => {
    const before = failures.length;
    const facts = read(path, tasks);
    if (facts && !asPage.has(path))
      more.set(path, new Set([...(more.get(path) ?? []), ...tasks.map(({ key }) => key)]));
    const known = files.get(path);
    if (facts && known) files.set(path, { ...facts, byRule: { ...known.byRule, ...facts.byRule } });
    else if (facts) files.set(path, facts);
    else if (failures.length === before && asPage.has(path))
      failures.push({ path, message: 'cannot be read: there is no file of this name.' });
  };
  const own = pages.filter((path) => input.part?.(path) ?? true);
  for (const [index, path] of own.entries()) {
    add(path, plan.projectTasks);
    input.progress?.(index + 1, own.length);
    yield;
  }
  for (const path of input.configTexts.keys()) if (!files.has(path)) add(path, []);
  const memory = gitMemory();
  const project = watch({ phase: 'links' }, () => build(files, memory));
  const asking = plan.projectTasks.filter(({ id }) => !input.idle?.has(id));
  const ask = (task: Plan['projectTasks'][number]) => nameSources(task, project, files, noticing);
  const named = readSources(project, asking, { add, ask, pages: asPage, watch });
  return {
    ...whole,
    project,
    memory,
    files,
    named,
    more: [...more].map(([path, keys]) => [path, [...keys]] as const),
    failures: distinct([...failures, ...host.failures(), ...faults(files)]),
  };
}

/** A host for what is read beside the pages: a file that cannot be read is said, and the rest goes on without it. */
function forgiving(host: Host, failures: Failure[]): Host {
  return {
    ...host,
    read(path) {
      try {
        return host.read(path);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failures.push({ ...error.place, path, message: error.message });
        return undefined;
      }
    },
  };
}

function ownUrls({ host, own = {} }: RunInput): OwnUrls {
  const { url, ...place } = host.repository() ?? {};
  const repository = (own.repository ?? url)?.replace(/(?:\.git)?\/*$/, '');
  const site = own.site?.replace(/\/*$/, '');
  return { ...place, ...(repository ? { repository } : {}), ...(site ? { site } : {}) };
}

/**
 * Reads what project rules ask for, each file for those that asked, until they ask for nothing new. Those that did not ask
 * for a file are asked again only if it may lead on. Says what they asked for.
 */
function readSources(
  project: Project,
  tasks: Plan['projectTasks'],
  {
    add,
    ask,
    pages,
    watch,
  }: {
    readonly add: (path: Path, tasks: Plan['projectTasks']) => void;
    readonly ask: (task: Plan['projectTasks'][number]) => Named;
    readonly pages: ReadonlySet<Path>;
    readonly watch: Watch;
  },
): Survey['named'] {
  const named = new Map<string, Named>();
  const asked = new Map<Path, Set<Plan['projectTasks'][number]>>();
  for (let asking = tasks; asking.length > 0; ) {
    const wanted = new Map<Path, Plan['projectTasks'][number][]>();
    for (const task of asking) {
      const now = watch({ phase: 'rule', rule: task.id }, () => ask(task));
      named.set(task.key, joined(named.get(task.key), now));
      for (const path of Object.values(now.sources).flat()) {
        const askers = asked.get(path) ?? new Set();
        const isLost = askers.size > 0 && !wanted.has(path) && !project.files.has(path);
        if (pages.has(path) || askers.has(task) || isLost) continue;
        asked.set(path, askers.add(task));
        wanted.set(path, [...(wanted.get(path) ?? []), task]);
      }
    }
    const grown = new Set<Plan['projectTasks'][number]>();
    for (const [path, askers] of wanted) {
      if (project.has(path) !== 'file') continue;
      add(path, askers);
      for (const task of leadsOn(project.files.get(path)) ? tasks : askers) grown.add(task);
    }
    asking = tasks.filter((task) => grown.has(task));
  }
  return named;
}

/** What was named in one round or another. */
function joined(before: Named | undefined, now: Named): Named {
  if (!before) return now;
  const sources: Record<Path, readonly Path[]> = { ...before.sources };
  for (const [path, its] of Object.entries(now.sources))
    sources[path] = [...new Set([...(sources[path] ?? []), ...its])];
  const touched = before.touched && now.touched && [...new Set([...before.touched, ...now.touched])];
  return { sources, touched, asksGit: before.asksGit || now.asksGit };
}

/** Whether a file has what every rule sees of it, and not only those that asked for it. */
function leadsOn(facts: Facts | undefined): boolean {
  if (!facts) return false;
  return facts.kind === 'markdown' || facts.links.length + facts.anchors.length + facts.headings.length > 0;
}

/** The same is said of a file once, although two pages may have led to it. */
function distinct(failures: readonly Failure[]): Failure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}

function* faults(files: ReadonlyMap<Path, Facts>): Iterable<Failure> {
  for (const { path, faults, lineStarts } of files.values()) {
    for (const { offset, message } of faults) yield { path, ...lineColumn(lineStarts, offset), message };
  }
}
