import { loadConfig } from '../../src/config/load.js';
import { settingsFor } from '../../src/config/settings.js';
import { enable } from '../../src/engine/enable.js';
import { prepare } from '../../src/engine/prepare.js';
import { loadRules } from '../../src/engine/registry.js';
import { ruleWorkspace } from '../../src/engine/rule-workspace.js';
import { run } from '../../src/engine/run.js';
import { memoryHost } from '../../src/host/memory.js';
import { loadParser } from '../../src/markdown/parse.js';
import type { Result } from '../../src/model.js';
import { generators } from '../../src/project/generators.js';
import { narrow } from '../../src/session/narrow.js';

const workspace = '/project';

/** Checks a tree that exists in memory alone, with the rule of one README, or with every rule. */
export async function lintTree(files: ReadonlyMap<string, string>, only?: string): Promise<Result> {
  const host = memoryHost(files);
  const rules = await loadRules();
  const config = await loadConfig({
    cwd: workspace,
    rules,
    generators,
    host: { readFile: (path) => files.get(path.replace(`${workspace}/`, '')) },
  });
  const narrowing = only === undefined ? {} : { only: [only] };
  const ownFiles = ruleWorkspace(host);
  const input = {
    host,
    parser: await loadParser(),
    rules,
    workspace: ownFiles,
    roots: config.docs ?? [host.has('docs') === 'directory' ? 'docs' : ''],
    ...(config.site.generator ? { generators: config.site.generator } : {}),
    own: {
      ...(config.site.repository === undefined ? {} : { repository: config.site.repository }),
      ...(config.site.url === undefined ? {} : { site: config.site.url }),
    },
    isPage: (path: string) => /\.mdx?$/.test(path),
    settings: enable(narrow(settingsFor(config), narrowing), rules, ownFiles),
    where: (rule: string) => (pointer: string) => config.where(rule, pointer),
    configTexts: config.texts,
  };
  return run(await prepare(input));
}

/** The problems of a tree, a line each, as a `problems` fence writes them. */
export async function runTree(files: ReadonlyMap<string, string>, rule: string): Promise<string[]> {
  const { problems, failures } = await lintTree(files, rule === 'suppressions' ? undefined : rule);
  return [
    ...problems.map(({ path, line, column, severity, rule: id, code, message }) => {
      return `${path}:${line}:${column} ${severity} ${id}/${code} ${message}`;
    }),
    ...failures.map(({ path, line, column, message }) => `${path}:${line}:${column} failure ${message}`),
  ];
}
