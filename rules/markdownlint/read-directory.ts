import type { Json, Path, Workspace } from '../../src/rule.js';
import { configNames, firstOf, optionsNames, packageKey } from './config-names.js';
import { extendConfig } from './extend-config.js';
import {
  isList,
  type Members,
  membersOf,
  parseConfig,
  parseJson,
  parseWith,
  parseYaml,
  type Source,
  wrong,
} from './parse-config.js';

/** What a `.markdownlint-cli2.*` says, as far as it matters here. */
export interface Cli2Options {
  readonly config?: Members;
  readonly ignores?: readonly string[];
  readonly globs?: readonly string[];
  readonly gitignore?: boolean | string;
  readonly frontMatter?: string;
  readonly noInlineConfig?: boolean;
}

/** What one directory sets, for itself and what is below it. */
export interface Directory {
  readonly options?: Cli2Options;
  readonly config?: Members;
}

/** Any of them makes an object the options of markdownlint-cli2; without, it is a config of rules. */
const optionKeys = [
  'config',
  'customRules',
  'fix',
  'frontMatter',
  'gitignore',
  'globs',
  'ignores',
  'markdownItPlugins',
  'modulePaths',
  'noBanner',
  'noInlineConfig',
  'noProgress',
  'outputFormatters',
  'showFound',
];

/** Throws UserError with a place for a file that is wrong. */
export function readDirectory(directory: Path, workspace: Workspace): Directory {
  const options = readOptions(directory, workspace);
  const config = readConfig(directory, workspace);
  return { ...(options ? { options } : {}), ...(config ? { config } : {}) };
}

/** The key of package.json, which holds for all of the workspace and yields to everything else. */
export function readPackage(workspace: Workspace): Cli2Options | undefined {
  const text = workspace.read('package.json');
  if (!text?.includes(`"${packageKey}"`)) return undefined;
  const source = { path: 'package.json', text };
  const value = membersOf(parseWith(parseJson, source)?.[packageKey]);
  if (!value) return undefined;
  return optionsOf(
    optionKeys.some((key) => Object.hasOwn(value, key)) ? value : { config: value },
    source,
    workspace,
  );
}

function readOptions(directory: Path, workspace: Workspace): Cli2Options | undefined {
  const source = sourceOf(firstOf(optionsNames, directory, workspace), workspace);
  const value = source && parseWith(source.path.endsWith('c') ? parseJson : parseYaml, source);
  return value && optionsOf(value, source, workspace);
}

function readConfig(directory: Path, workspace: Workspace): Members | undefined {
  const source = sourceOf(firstOf(configNames, directory, workspace), workspace);
  return source && extendConfig(parseConfig(source), source, workspace);
}

function sourceOf(path: Path | undefined, workspace: Workspace): Source | undefined {
  const text = path === undefined ? undefined : workspace.read(path);
  return path === undefined || text === undefined ? undefined : { path, text };
}

function optionsOf(value: Members, source: Source, workspace: Workspace): Cli2Options {
  const fail = (key: string, what: string) =>
    wrong(source, `\`${key}\` must be ${what}.`, Math.max(0, source.text.indexOf(key)));
  const patterns = (key: 'ignores' | 'globs'): Cli2Options => {
    const list = value[key] ?? undefined;
    if (list === undefined) return {};
    if (!isList(list) || !list.every(isText)) throw fail(key, 'a list of patterns');
    return { [key]: list };
  };
  const { gitignore, frontMatter, noInlineConfig, customRules } = value;
  const config = membersOf(value.config);
  if (value.config && !config) throw fail('config', 'an object');
  if (frontMatter && !isPattern(frontMatter)) throw fail('frontMatter', 'a regular expression');
  if (isList(customRules) && customRules.length > 0) {
    workspace.note(
      `\`${source.path}\` names custom rules, which are code that docs-lint does not run: what they find is missing here.`,
    );
  }
  return {
    ...patterns('ignores'),
    ...patterns('globs'),
    ...(config ? { config: extendConfig(config, source, workspace) } : {}),
    ...(gitignore === true || typeof gitignore === 'string' ? { gitignore } : {}),
    ...(isText(frontMatter) ? { frontMatter } : {}),
    ...('noInlineConfig' in value ? { noInlineConfig: Boolean(noInlineConfig) } : {}),
  };
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function isPattern(value: Json): boolean {
  try {
    return isText(value) && new RegExp(value, 'u') !== undefined;
  } catch {
    return false;
  }
}
