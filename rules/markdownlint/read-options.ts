import type { Json, Workspace } from '../../src/rule.js';
import { extendConfig } from './extend-config.js';
import { gatherCode } from './gather-code.js';
import type { CodeRef } from './import-code.js';
import type { PageCode } from './page-code.js';
import { isList, type Members, membersOf, type Source, wrong } from './parse-config.js';
import { asData } from './read-code.js';

/** What a `.markdownlint-cli2.*` says, as far as it matters here. */
export interface Cli2Options {
  readonly config?: Members;
  readonly ignores?: readonly string[];
  readonly globs?: readonly string[];
  readonly gitignore?: boolean | string;
  readonly frontMatter?: string;
  readonly noInlineConfig?: boolean;
  readonly code?: PageCode;
}

/** What settings are read with. */
export interface Reading {
  readonly workspace: Workspace;
  /** Whether what they name, or are, may be run. */
  readonly mayRunCode: boolean;
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

/** Options, or a config of rules that stands for options with it alone. */
export function asOptions(value: Members): Members {
  return optionKeys.some((key) => Object.hasOwn(value, key)) ? value : { config: value };
}

/** Throws UserError with the place in the source of what is wrong. */
export async function readOptions(
  settings: { readonly value: Readonly<Record<string, unknown>>; readonly self?: CodeRef },
  source: Source,
  reading: Reading,
): Promise<Cli2Options> {
  const { customRules, markdownItPlugins, modulePaths, outputFormatters, ...rest } = settings.value;
  const { frontMatter: front } = rest;
  const value = asData(
    { ...rest, frontMatter: front instanceof RegExp ? front.source : front },
    source,
  ) as Members;
  const fail = (key: string, what: string) =>
    wrong(source, `\`${key}\` must be ${what}.`, Math.max(0, source.text.indexOf(key)));
  const patterns = (key: 'ignores' | 'globs'): Cli2Options => {
    const list = value[key] ?? undefined;
    if (list === undefined) return {};
    if (!isList(list) || !list.every(isText)) throw fail(key, 'a list of patterns');
    return { [key]: list };
  };
  const { gitignore, frontMatter, noInlineConfig } = value;
  const config = membersOf(value.config);
  if (value.config && !config) throw fail('config', 'an object');
  if (frontMatter && !isPattern(frontMatter)) throw fail('frontMatter', 'a regular expression');
  if (isFilled(outputFormatters)) {
    reading.workspace.note(
      `\`outputFormatters\` in \`${source.path}\` have no effect: the reports are those of docs-lint, by \`--format\`.`,
    );
  }
  return {
    ...patterns('ignores'),
    ...patterns('globs'),
    ...(config ? { config: extendConfig(config, source, reading.workspace) } : {}),
    ...(gitignore === true || typeof gitignore === 'string' ? { gitignore } : {}),
    ...(isText(frontMatter) ? { frontMatter } : {}),
    ...('noInlineConfig' in value ? { noInlineConfig: Boolean(noInlineConfig) } : {}),
    ...(await codeOf({ customRules, markdownItPlugins, modulePaths }, source, settings.self, reading)),
  };
}

async function codeOf(
  keys: Parameters<typeof gatherCode>[0],
  source: Source,
  self: CodeRef | undefined,
  { workspace, mayRunCode }: Reading,
): Promise<Cli2Options> {
  if (!isFilled(keys.customRules)) return {};
  if (mayRunCode) return { code: await gatherCode(keys, source, self, workspace) };
  workspace.note(
    `\`${source.path}\` names custom rules, which are code that docs-lint runs only where \`javascript\` is on in the options of its rule \`markdownlint\`. What they find is missing here.`,
  );
  return {};
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
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
