import { resolve } from 'node:path';
import { globMatcher } from '../config/glob.js';
import { loadConfig } from '../config/load.js';
import { settingsFor } from '../config/settings.js';
import type { Config } from '../config/types.js';
import { loadRules } from '../engine/registry.js';
import { run } from '../engine/run.js';
import { UserError } from '../errors.js';
import { diskHost } from '../host/disk.js';
import { loadParser } from '../markdown/parse.js';
import type { Path, Result, Setting } from '../model.js';
import { generators } from '../project/generators.js';
import type { Rule } from '../rule.js';
import { checkNames, leftOut, narrow } from './narrow.js';
import { select } from './select.js';
import { findWorkspace, startDirectory, toPath } from './workspace.js';

export interface LintOptions {
  /** The current directory; by default the process's own. */
  readonly cwd?: string;
  /** Directories are docs roots, files filter the report, patterns stand for the pages that match. */
  readonly paths?: readonly string[];
  /** A config file; without it the nearest one is searched for. */
  readonly config?: string;
  /** Severities that override the config's. */
  readonly rules?: ReadonlyMap<string, Setting>;
  /** Run these rules alone. */
  readonly only?: readonly string[];
  /** Whether a path that matches nothing is no error. */
  readonly allowUnmatched?: boolean;
}

export interface LintResult extends Result {
  /** Absolute. */
  readonly workspace: string;
  /** The text of a file of the workspace, for code frames. */
  text(path: Path): string | undefined;
}

/** Checks the documentation that the paths name. Throws UserError for bad usage and bad configuration. */
export async function lint(options: LintOptions = {}): Promise<LintResult> {
  const cwd = options.cwd ?? process.cwd();
  const paths = options.paths ?? [];
  const builtIn = await loadRules();
  const start = startDirectory(cwd, paths);
  const configPath = options.config === undefined ? undefined : resolve(cwd, options.config);
  const config = await loadConfig({ cwd: start, file: configPath, rules: builtIn, generators });
  const rules: ReadonlyMap<string, Rule> = new Map([...builtIn, ...config.plugins]);
  checkNames(rules, [...(options.only ?? []), ...(options.rules?.keys() ?? [])]);
  const workspace = workspaceOf(config, start, cwd, options.config !== undefined);
  const host = diskHost(workspace);
  const isPage = pageFilter(config);
  const allowUnmatched = options.allowUnmatched ?? false;
  const { roots, only, extraPages } = select({ workspace, cwd, config, paths, host, allowUnmatched, isPage });
  const result = run({
    host,
    parser: await loadParser(),
    rules,
    roots,
    ...(config.site.generator ? { generators: config.site.generator } : {}),
    own: {
      ...(config.site.repository === undefined ? {} : { repository: config.site.repository }),
      ...(config.site.url === undefined ? {} : { site: config.site.url }),
    },
    extraPages,
    isPage,
    settings: narrow(settingsFor(config), options),
    where: (rule) => (pointer) => config.where(rule, pointer),
    configTexts: config.texts,
    leftOut: leftOut(rules.keys(), options),
    ...(only ? { only } : {}),
  });
  if (result.summary.files === 0 && result.failures.length === 0 && !allowUnmatched) {
    const where = roots.map((root) => `\`${root === '' ? '.' : root}\``).join(', ');
    throw new UserError(
      `No pages in ${where}: nothing there matches \`include\`, or all of it is excluded or ignored by git.`,
    );
  }
  const text = (path: Path): string | undefined => {
    try {
      return config.texts.get(path) ?? host.read(path);
    } catch {
      return undefined;
    }
  };
  return { ...result, notes: [...config.warnings, ...result.notes], workspace, text };
}

function workspaceOf(config: Config, start: string, cwd: string, isNamed: boolean): string {
  if (config.workspace === undefined) return findWorkspace(start, cwd);
  const isAround = toPath(config.workspace, start) !== undefined;
  return isNamed && !isAround ? findWorkspace(start, cwd) : config.workspace;
}

function pageFilter(config: Config): (path: Path) => boolean {
  const included = globMatcher(config.include);
  const excluded = globMatcher(config.exclude);
  return (path) => included(path) && !excluded(path);
}
