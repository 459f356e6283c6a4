import { resolve } from 'node:path';
import type { FactsCache } from '../cache/open-cache.js';
import { diskConfigs } from '../config/disk.js';
import { loadConfig } from '../config/load.js';
import { everything } from '../config/resolve.js';
import { settingsFor } from '../config/settings.js';
import type { Config } from '../config/types.js';
import { enable } from '../engine/enable.js';
import type { RunInput } from '../engine/input.js';
import { loadRules } from '../engine/registry.js';
import { ruleWorkspace } from '../engine/rule-workspace.js';
import { unwatched } from '../engine/watch.js';
import { UserError } from '../errors.js';
import { globMatcher } from '../glob.js';
import { decode } from '../host/decode.js';
import { diskHost } from '../host/disk.js';
import type { Host } from '../host/host.js';
import { indexHost } from '../host/index-host.js';
import { notingReads } from '../host/noting-reads.js';
import { withFile } from '../host/with-file.js';
import { loadParser } from '../markdown/parse.js';
import type { Path } from '../model.js';
import { generators } from '../project/generators.js';
import type { Rule } from '../rule.js';
import type { Trace } from '../trace/trace.js';
import { type TraceBefore, tracedWorld } from '../trace/traced-world.js';
import { world as machine, type World } from '../trace/world.js';
import { factsCache } from './facts-cache.js';
import type { LintOptions } from './lint.js';
import { checkNames, leftOut, narrow } from './narrow.js';
import { baselineFile, readBaseline } from './read-baseline.js';
import { fileResolver } from './resolve-file.js';
import { select } from './select.js';
import { findWorkspace, namedPath, startDirectory, toPath } from './workspace.js';

type SessionInput = RunInput & { readonly cache?: FactsCache };

/** All that a command needs to work on a tree. */
export interface Session {
  readonly input: SessionInput;
  /** Absolute. */
  readonly workspace: string;
  /** What is odd about the config, for people. */
  readonly warnings: readonly string[];
  /** Absolute; undefined where no config file was found or named. */
  readonly configFile: string | undefined;
  /** Whether a config says which pages there are. */
  readonly choosesPages: boolean;
  /** The text of a file of the workspace, for code frames. */
  text(path: Path): string | undefined;
  /** What was seen of the machine so far, beside what another run saw; undefined where no other run could see it again, and without a cache. */
  trace(before?: TraceBefore): Trace | undefined;
  /** Where the index is checked, what it holds. */
  readonly staged?: ReturnType<typeof indexHost>;
  readonly world: World;
}

/** What a session works with that lasts longer than itself. */
export interface Surroundings {
  readonly world?: World;
  /** Gives the host that is asked in place of the one on the disk. */
  readonly hold?: (host: Host) => Host;
  /** Gives the cache that is used in place of the one that would be opened. */
  readonly cache?: (open: () => FactsCache | undefined) => FactsCache;
}

/** Finds the workspace, its config and its docs. Throws UserError for bad usage and bad configuration. */
export async function openSession(options: LintOptions, around: Surroundings = {}): Promise<Session> {
  const cwd = options.cwd ?? process.cwd();
  const paths = options.paths ?? [];
  const { watch = unwatched } = options;
  const builtIn = await watch({ phase: 'config' }, loadRules);
  const traced = options.cache === false || around.world ? undefined : tracedWorld(machine);
  const world = traced ?? around.world ?? machine;
  const start = startDirectory(world, cwd, paths);
  const configPath = options.config === undefined ? undefined : resolve(cwd, options.config);
  const configs = diskConfigs(world);
  const config = await watch({ phase: 'config' }, () =>
    loadConfig({ cwd: start, file: configPath, rules: builtIn, generators, host: configs }),
  );
  const rules: ReadonlyMap<string, Rule> = new Map([...builtIn, ...config.plugins]);
  checkNames(rules, [...(options.only ?? []), ...(options.rules?.keys() ?? [])]);
  const workspace = workspaceOf(world, config, start, cwd, options.config !== undefined);
  const staged = options.staged ? indexHost(world, workspace) : undefined;
  const found = staged?.host ?? hostOf(world, options, workspace, cwd);
  const beside = new Set<Path>();
  const host = notingReads(around.hold?.(found) ?? found, beside);
  const isPage = pageFilter(config);
  const allowUnmatched = options.allowUnmatched ?? false;
  const { roots, only, extraPages } = select({
    world,
    workspace,
    cwd,
    config,
    paths,
    host,
    allowUnmatched,
    isPage,
  });
  const { generator, repository, url } = config.site;
  const files = ruleWorkspace(host, fileResolver(workspace, world));
  const baseline = host.read(baselineFile);
  const parser = await loadParser();
  const ownCache = () => cacheOf(options, workspace, cwd, parser.name);
  const cache = around.cache ? around.cache(ownCache) : ownCache();
  const input: SessionInput = {
    host,
    beside,
    parser,
    ...(cache ? { cache } : {}),
    rules,
    plugins: new Set(config.plugins.keys()),
    workspace: files,
    roots,
    ...(generator ? { generators: generator } : {}),
    own: { ...(repository === undefined ? {} : { repository }), ...(url === undefined ? {} : { site: url }) },
    extraPages,
    isPage,
    ...(options.progress ? { progress: options.progress } : {}),
    settings: enable(narrow(settingsFor(config), options), rules, files),
    where: (rule) => (pointer) => config.where(rule, pointer),
    configTexts: baseline === undefined ? config.texts : new Map([...config.texts, [baselineFile, baseline]]),
    ...(baseline === undefined ? {} : { baseline: readBaseline(baseline) }),
    leftOut: leftOut(rules.keys(), options),
    ...(only ? { only } : {}),
    watch,
  };
  const text = (path: Path): string | undefined => {
    try {
      return input.configTexts.get(path) ?? host.read(path, 'checked');
    } catch {
      return undefined;
    }
  };
  return {
    input,
    workspace,
    world,
    warnings: config.warnings,
    configFile: config.file,
    choosesPages: choosesPages(config),
    text,
    trace: (before) => (config.plugins.size > 0 ? undefined : traced?.trace(workspace, before)),
    ...(staged ? { staged } : {}),
  };
}

function cacheOf({ cache = true }: LintOptions, workspace: string, cwd: string, parser: string) {
  if (cache === false) return undefined;
  return factsCache(workspace, parser, cache === true ? undefined : resolve(cwd, cache));
}

function hostOf(world: World, { stdin }: LintOptions, workspace: string, cwd: string): Host {
  const host = diskHost(workspace, world);
  if (!stdin) return host;
  const { path, kind } = namedPath(world, workspace, cwd, stdin.path);
  if (kind === 'directory')
    throw new UserError(`\`${stdin.path}\` is a directory. Name the page that the text is to be checked as.`);
  return withFile(host, path, decode(stdin.bytes, path));
}

function workspaceOf(world: World, config: Config, start: string, cwd: string, isNamed: boolean): string {
  if (config.workspace === undefined) return findWorkspace(world, start, cwd);
  const isAround = toPath(config.workspace, start) !== undefined;
  return isNamed && !isAround ? findWorkspace(world, start, cwd) : config.workspace;
}

function choosesPages({ docs, include, exclude }: Config): boolean {
  return docs !== undefined || exclude.length > 0 || include !== everything;
}

function pageFilter(config: Config): (path: Path) => boolean {
  const included = globMatcher(config.include);
  const excluded = globMatcher(config.exclude);
  return (path) => included(path) && !excluded(path);
}
