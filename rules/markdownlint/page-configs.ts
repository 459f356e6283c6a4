import { type Path, parentOf, type Workspace } from '../../src/rule.js';
import type { Members } from './parse-config.js';
import { type Cli2Options, type Directory, readDirectory, readPackage } from './read-directory.js';
import { ignoredBelow, selection } from './select-pages.js';

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
};

interface Settled {
  /** The nearest directory that sets something; the patterns of `ignores` count from there. */
  readonly directory: Path;
  readonly page: Omit<PageConfig, 'named'>;
  readonly isIgnored: (path: Path) => boolean;
}

/**
 * What markdownlint-cli2 would set for a page when it is run in the workspace's directory; undefined for pages that
 * it leaves out.
 */
export function pageConfigs(workspace: Workspace): (page: Path) => PageConfig | undefined {
  const read = remembered((directory: Path): Directory => {
    const found = readDirectory(directory, workspace);
    return directory === '' ? { ...found, options: merge(readPackage(workspace), found.options) } : found;
  });
  const settle = remembered((directory: Path) => settled(directory, read));
  const select = remembered(() => selection(read('').options ?? {}, workspace));
  return (path) => {
    const { page, isIgnored } = settle(parentOf(path));
    const { has, names } = select('');
    return has(path) && !isIgnored(path) ? { ...page, named: names(path) } : undefined;
  };
}

function settled(directory: Path, read: (directory: Path) => Directory): Settled {
  const { options, config } = read(directory);
  if (directory !== '' && !options && !config) return settled(parentOf(directory), read);
  let merged = options;
  let rules = config;
  for (let at = directory; at !== ''; ) {
    at = parentOf(at);
    const above = read(at);
    if (above.options) merged = merge(above.options, merged);
    if (!rules && above.config && !merged?.config) rules = above.config;
  }
  rules ??= merged?.config;
  return {
    directory,
    isIgnored: ignoredBelow(directory, merged?.ignores ?? []),
    page: {
      ...(rules ? { config: rules } : {}),
      ...(merged?.frontMatter ? { frontMatter: merged.frontMatter } : {}),
      inline: merged?.noInlineConfig !== true,
    },
  };
}

/** The rules of both, key by key; of everything else the second's. */
function merge(first: Cli2Options | undefined, second: Cli2Options | undefined): Cli2Options {
  const config = first?.config || second?.config ? { config: { ...first?.config, ...second?.config } } : {};
  return { ...first, ...second, ...config };
}

/** A function whose answers are kept; of one that throws, nothing is. */
function remembered<T>(answer: (directory: Path) => T): (directory: Path) => T {
  const known = new Map<Path, T>();
  return (directory) => {
    const before = known.get(directory);
    if (before !== undefined) return before;
    const fresh = answer(directory);
    known.set(directory, fresh);
    return fresh;
  };
}
