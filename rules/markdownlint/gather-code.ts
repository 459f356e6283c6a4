import type { Rule as LibraryRule } from 'markdownlint';
import { type Json, parentOf, type Workspace } from '../../src/rule.js';
import { expandHome } from './expand-home.js';
import { type CodeRef, importCode } from './import-code.js';
import { importAll, type PageCode } from './page-code.js';
import { isList, type Source, wrong } from './parse-config.js';

/** The keys of settings that name code, or hold it where the settings are code. */
export interface CodeKeys {
  readonly customRules: unknown;
  readonly markdownItPlugins: unknown;
  readonly modulePaths: unknown;
}

/**
 * Finds the code that settings name, and imports it to see that it can be used. Throws UserError with the place in the
 * settings where that is not so.
 */
export async function gatherCode(
  { customRules, markdownItPlugins, modulePaths }: CodeKeys,
  source: Source,
  self: CodeRef | undefined,
  workspace: Workspace,
): Promise<PageCode> {
  const directory = parentOf(source.path);
  const directories = [directory, ...listOf(modulePaths).map((path) => modulePath(String(path), directory))];
  const refer = (value: unknown, ...at: readonly (string | number)[]): CodeRef => {
    if (typeof value !== 'string' && self) return { path: self.path, at };
    const found = typeof value === 'string' ? findModule(value, directories, workspace) : undefined;
    if (found) return found;
    throw wrong(
      source,
      `\`${at[0]}\` names \`${value}\`. There is no such file, and no such installed package. Correct it, or install it.`,
      source.text.indexOf(String(value)),
    );
  };
  const rules = listOf(customRules).map((value, index) => refer(value, 'customRules', index));
  const plugins = listOf(markdownItPlugins).map((entry, index) => {
    const [plugin, ...given] = listOf(entry);
    const at = ['markdownItPlugins', index];
    return {
      plugin: refer(plugin, 'markdownItPlugins', index, 0),
      given: self ? { path: self.path, at } : (given as Json[]),
    };
  });
  const found = await checkedRules(rules, source, workspace);
  const wants = found.find(({ parser }) => parser === undefined || parser === 'markdownit');
  const markdownIt =
    wants && findModule('markdown-it', [...directories, ...rules.map(directoryOf)], workspace);
  if (wants && !markdownIt) {
    const name = wants.names[0];
    const message = `The custom rule \`${name}\` looks at the tokens of \`markdown-it\`, which is not installed. Install it.`;
    throw wrong(source, message, source.text.indexOf('customRules'));
  }
  return { rules, plugins: wants ? plugins : [], ...(markdownIt ? { markdownIt } : {}) };
}

/** Those that can be run, held against the library's demands. */
async function checkedRules(
  rules: readonly CodeRef[],
  source: Source,
  workspace: Workspace,
): Promise<readonly LibraryRule[]> {
  if (rules.length === 0) return [];
  const place = source.text.indexOf('customRules');
  const all: LibraryRule[] = [];
  for (const ref of rules) {
    try {
      all.push(...([await importCode(ref)].flat(9) as LibraryRule[]));
    } catch (error) {
      throw wrong(source, `The custom rule \`${ref.path}\` cannot be loaded: ${reason(error)}.`, place);
    }
  }
  for (const rule of all.filter((one) => one?.asynchronous)) {
    workspace.note(
      `The custom rule \`${rule.names?.[0]}\` in \`${source.path}\` is asynchronous, and docs-lint does not wait for rules: what it finds is missing here.`,
    );
  }
  const { lint } = await import('markdownlint/sync');
  try {
    const { customRules } = await importAll({ rules, plugins: [] });
    lint({ strings: {}, customRules });
    return customRules;
  } catch (error) {
    throw wrong(source, `\`customRules\` cannot be used: ${reason(error)}.`, place);
  }
}

/** A package, or a file, from the first of the directories that has it. */
function findModule(id: string, directories: readonly string[], workspace: Workspace): CodeRef | undefined {
  const name = expandHome(id);
  for (const directory of directories) {
    const found = workspace.resolve(name, directory);
    if (found) return { path: found.path };
  }
  const beside = /^[./]/.test(name) ? undefined : workspace.resolve(`./${name}`, directories[0] ?? '');
  return beside && { path: beside.path };
}

function modulePath(path: string, directory: string): string {
  const expanded = expandHome(path);
  return /^(?:\/|[A-Za-z]:)/.test(expanded) || directory === '' ? expanded : `${directory}/${expanded}`;
}

function directoryOf({ path }: CodeRef): string {
  return path.replace(/[\\/][^\\/]*$/, '');
}

function listOf(value: unknown): readonly unknown[] {
  return isList(value as Json) ? (value as readonly unknown[]) : [];
}

function reason(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/\.$/, '');
}
