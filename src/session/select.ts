import picomatch from 'picomatch';
import type { Config } from '../config/types.js';
import { UserError } from '../errors.js';
import { discover } from '../host/discover.js';
import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { isWithin } from '../paths.js';
import type { World } from '../trace/world.js';
import { nearPath } from './near-path.js';
import { namedPath } from './workspace.js';

export interface Selection {
  readonly roots: readonly Path[];
  /** Files that filter the report; undefined for all. */
  readonly only: ReadonlySet<Path> | undefined;
  /** Named pages outside of every docs root. */
  readonly extraPages: readonly Path[];
}

/** What the paths of the command line mean: directories are docs roots, files and patterns filter the report. */
export function select(given: {
  readonly world: World;
  readonly workspace: string;
  readonly cwd: string;
  readonly config: Config;
  readonly paths: readonly string[];
  readonly host: Host;
  readonly allowUnmatched: boolean;
  isPage(path: Path): boolean;
}): Selection {
  const { host, config, isPage } = given;
  if (given.paths.includes('')) {
    throw new UserError('An empty path matches nothing. Correct it, or leave it out.');
  }
  const named = given.paths.map((argument) => {
    const { path, kind } = namedPath(given.world, given.workspace, given.cwd, argument);
    return { argument, path, kind: kind ?? host.has(path) };
  });
  const directories = named.filter(({ kind }) => kind === 'directory').map(({ path }) => path);
  const roots =
    directories.length > 0
      ? outermost(directories)
      : configuredRoots(config, host).map((root) => followed(host, root));
  const filters = named.filter(({ kind }) => kind !== 'directory');
  if (filters.length === 0) return { roots, only: undefined, extraPages: [] };

  const only = new Set<Path>();
  const extraPages: Path[] = [];
  const unmatched: { readonly argument: string; readonly path: Path }[] = [];
  for (const { argument, path, kind } of filters) {
    const matches =
      kind === 'file' ? [...new Set([path, followed(host, path)])] : matching(path, host, roots, isPage);
    if (matches.length === 0) {
      unmatched.push({ argument, path });
      only.add(path);
    }
    for (const match of matches) {
      only.add(match);
      const isPlaced = roots.some((root) => isWithin(root, match));
      const isAlias = typeof host.link(match) === 'object';
      if (
        !isPlaced &&
        !isAlias &&
        isPage(match) &&
        /\.(?:md|mdx|markdown)$/i.test(match) &&
        !isIgnored(host, match)
      )
        extraPages.push(match);
    }
  }
  if (unmatched.length > 0 && !given.allowUnmatched) {
    const isEmpty = discover(host, [''], isPage).pages.length === 0;
    const advice = (argument: string, path: Path): string => {
      if (isEmpty)
        return 'There are no Markdown or MDX pages anywhere here yet: write one, and run docs-lint again.';
      const near = nearPath(host, path, argument);
      return near === undefined ? 'Correct the path, or leave it out.' : `Did you mean \`${near}\`?`;
    };
    throw UserError.of(
      unmatched.map(({ argument, path }) => ({
        message: `\`${argument}\` matches nothing. ${advice(argument, path)}`,
      })),
    );
  }
  return { roots, only, extraPages };
}

/** Where a link leads, when that is in the workspace. */
function followed(host: Host, path: Path): Path {
  const link = host.link(path);
  return typeof link === 'object' ? link.to : path;
}

function configuredRoots(config: Config, host: Host): readonly Path[] {
  if (config.docs === undefined) return [host.has('docs') === 'directory' ? 'docs' : ''];
  const missing = config.docs.filter((root) => root !== '' && host.has(root) !== 'directory');
  if (missing.length > 0) {
    throw UserError.of(
      missing.map((root) => {
        const near = nearPath(host, root, root);
        const advice = near === undefined ? 'Correct it in the config.' : `Did you mean \`${near}\`?`;
        return config.issueOf(root, `\`docs\` names \`${root}\`, and there is no such directory. ${advice}`);
      }),
    );
  }
  return outermost(config.docs);
}

function outermost(roots: readonly Path[]): readonly Path[] {
  const distinct = [...new Set(roots)];
  return distinct.filter((root) => !distinct.some((other) => other !== root && isWithin(other, root))).sort();
}

function matching(
  pattern: Path,
  host: Host,
  roots: readonly Path[],
  isPage: (path: Path) => boolean,
): readonly Path[] {
  if (!/[*?{[]/.test(pattern)) return [];
  const isMatch = picomatch(pattern, { dot: true });
  const base = picomatch.scan(pattern).base;
  const within = roots.some((root) => isWithin(root, base)) ? roots : [base];
  return discover(host, within, isPage).pages.filter((path) => isMatch(path));
}

function isIgnored(host: Host, path: Path): boolean {
  const listed = host.listed(path);
  return listed !== undefined && !listed.includes(path);
}
