import type { FactsCache } from '../../src/cache/open-cache.js';
import { loadConfig } from '../../src/config/load.js';
import { settingsFor } from '../../src/config/settings.js';
import { enable } from '../../src/engine/enable.js';
import type { RunInput } from '../../src/engine/input.js';
import { prepare } from '../../src/engine/prepare.js';
import { loadRules } from '../../src/engine/registry.js';
import { ruleWorkspace } from '../../src/engine/rule-workspace.js';
import { run } from '../../src/engine/run.js';
import { runAgain } from '../../src/engine/run-again.js';
import { type Mended, mend } from '../../src/fix/mend.js';
import { memoryHost } from '../../src/host/memory.js';
import { loadParser } from '../../src/markdown/parse.js';
import type { Result } from '../../src/model.js';
import { generators } from '../../src/project/generators.js';
import { narrow } from '../../src/session/narrow.js';

const workspace = '/project';

/** Checks a tree that exists in memory alone, with the rule of one README, or with every rule. */
export async function lintTree(
  files: ReadonlyMap<string, string>,
  only?: string,
  cache?: FactsCache,
): Promise<Result> {
  return run(await inputOf(files, only, cache));
}

/** The same tree with its fixes: the safe ones alone, or all. */
export async function mendTree(
  files: ReadonlyMap<string, string>,
  { only, unsafe = false }: { readonly only?: string | undefined; readonly unsafe?: boolean } = {},
): Promise<Mended & { readonly files: ReadonlyMap<string, string> }> {
  const input = await inputOf(files, only);
  const mended = mend({
    parser: input.parser,
    check: runAgain(input),
    read: (path) => input.host.read(path),
    wants: ({ fix }) => fix?.safe === true || unsafe,
    refusal: (path) =>
      input.configTexts.has(path) ? { kind: 'silent', reason: 'is the config' } : undefined,
  });
  return {
    ...mended,
    files: new Map([...files].map(([path, text]) => [path, mended.texts.get(path) ?? text])),
  };
}

/** All that a run over a tree in memory needs. */
export async function inputOf(
  files: ReadonlyMap<string, string>,
  only?: string,
  cache?: FactsCache,
): Promise<RunInput> {
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
    ...(cache ? { cache } : {}),
  };
  return prepare(input);
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
