import { UserError } from '../../src/errors.js';
import { type Path, parentOf, type Workspace } from '../../src/rule.js';
import type { PageCode } from './page-code.js';
import type { Members } from './parse-config.js';
import { type Named, readBase } from './read-base.js';
import { type Directory, readDirectory } from './read-directory.js';
import type { Cli2Options, Reading } from './read-options.js';
import { ignoredBelow, type Selection, selection } from './select-pages.js';

/** What files of the workspace set for one page. */
export type PageConfig = {
  /** Severities and parameters of rules, as a `.markdownlint.json` has them; absent where nothing sets them. */
  readonly config?: Members;
  /** The source of a regular expression, in place of the library's own. */
  readonly frontMatter?: string;
  /** Whether comments in the page may turn rules off. */
  readonly inline: boolean;
  /** Whether the configured `globs` name the page. */
  readonly named: boolean;
  /** Custom rules. */
  readonly code?: PageCode;
};

/** What the options of the rule say of settings. */
export type Choice = Named & { readonly javascript: boolean };

interface Settled {
  /** Absent where the settings are code that may not be run. */
  readonly page?: Omit<PageConfig, 'named'>;
  /** Of a page, by the patterns of `ignores`, which count from the nearest directory that sets something. */
  readonly isIgnored: (path: Path) => boolean;
}

/**
 * What markdownlint-cli2 would set for pages when it is run in the workspace's directory; undefined for one that it
 * leaves out.
 */
export async function pageConfigs(
  workspace: Workspace,
  choice: Choice,
  pages: readonly Path[],
): Promise<(page: Path) => PageConfig | undefined> {
  const reading: Reading = { workspace, mayRunCode: choice.javascript };
  const read = remembered(async (directory: Path): Promise<Directory> => {
    const found = await readDirectory(directory, reading);
    if (directory !== '') return found;
    const base = await readBase(choice, reading);
    return { ...found, options: mergeAny(base, found.options) };
  });
  const settle = remembered((directory: Path) => settled(directory, read));
  const select = remembered(async (): Promise<Selection> => {
    const { options } = await read('');
    return selection(options === 'barred' ? {} : (options ?? {}), workspace);
  });
  const of = async (path: Path): Promise<PageConfig | undefined> => {
    const { page, isIgnored } = await settle(parentOf(path));
    const { has, names } = await select('');
    return page && has(path) && !isIgnored(path) ? { ...page, named: names(path) } : undefined;
  };
  const outcomes = new Map<Path, () => PageConfig | undefined>();
  for (const path of pages) outcomes.set(path, await outcome(of(path)));
  return (path) => outcomes.get(path)?.();
}

async function settled(directory: Path, read: (directory: Path) => Promise<Directory>): Promise<Settled> {
  const { options, config } = await read(directory);
  if (directory !== '' && !options && !config) return settled(parentOf(directory), read);
  let merged = options;
  let rules = config;
  for (let at = directory; at !== ''; ) {
    at = parentOf(at);
    const above = await read(at);
    if (above.options) merged = mergeAny(above.options, merged);
    if (!rules && above.config && (merged === 'barred' || !merged?.config)) rules = above.config;
  }
  if (merged === 'barred' || rules === 'barred') return { isIgnored: () => true };
  const inside = ignoredBelow(directory, merged?.ignores ?? []);
  rules ??= merged?.config;
  return {
    isIgnored: inside,
    page: {
      ...(rules ? { config: rules } : {}),
      ...(merged?.frontMatter ? { frontMatter: merged.frontMatter } : {}),
      ...(merged?.code ? { code: merged.code } : {}),
      inline: merged?.noInlineConfig !== true,
    },
  };
}

type Options = Cli2Options | 'barred' | undefined;

/** The rules of both, key by key; of everything else the second's. Nobody knows what code that is not run says. */
function mergeAny(first: Options, second: Options): Cli2Options | 'barred' {
  if (first === 'barred' || second === 'barred') return 'barred';
  const config = first?.config || second?.config ? { config: { ...first?.config, ...second?.config } } : {};
  return { ...first, ...second, ...config };
}

/** What a promise comes to, as a function that returns it or throws the error that is expected. */
async function outcome<T>(promise: Promise<T>): Promise<() => T> {
  try {
    const value = await promise;
    return () => value;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return () => {
      throw error;
    };
  }
}

/** A function whose answers are kept, errors among them. */
function remembered<T>(answer: (directory: Path) => Promise<T>): (directory: Path) => Promise<T> {
  const known = new Map<Path, Promise<T>>();
  return (directory) => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const fresh = answer(directory);
    known.set(directory, fresh);
    return fresh;
  };
}
