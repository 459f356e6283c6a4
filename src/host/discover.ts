import ignore, { type Ignore } from 'ignore';
import { UserError } from '../errors.js';
import type { Failure, Path } from '../model.js';
import { isWithin, join, nameOf, parentOf } from '../paths.js';
import type { Host } from './host.js';

/** Directories that hold no page of anybody's: version control, dependencies, generators' caches. */
const skipped = new Set([
  '.git',
  '.hg',
  '.svn',
  '.jj',
  'node_modules',
  'bower_components',
  '.astro',
  '.cache',
  '.docusaurus',
  '.jekyll-cache',
  '.next',
  '.nuxt',
  '.parcel-cache',
  '.pnpm-store',
  '.svelte-kit',
  '.tox',
  '.turbo',
  '.venv',
  '.yarn',
]);
const skippedBelow: ReadonlyMap<string, readonly string[]> = new Map([
  ['.vitepress', ['cache', 'dist']],
  ['.vuepress', ['.cache', '.temp', 'dist']],
]);

/** What was found in docs roots. Plain JSON. */
export interface Discovered {
  readonly pages: readonly Path[];
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
  readonly git: boolean;
}

/**
 * The pages below the docs roots, sorted: no directory link is followed, nothing that git ignores is
 * taken (without git, nothing that a `.gitignore` names), and a file that two names lead to counts once.
 */
export function discover(host: Host, roots: readonly Path[], isPage: (path: Path) => boolean): Discovered {
  const found = new Set<Path>();
  const failures: Failure[] = [];
  const notes: string[] = [];
  let git = roots.length > 0;
  for (const root of roots) {
    const listed = host.listed(root);
    if (listed === undefined) git = false;
    for (const path of listed ?? walkFiles(host, root, failures)) {
      if (isWithin(root, path) && !isSkipped(host, root, path) && isPage(path)) found.add(path);
    }
  }
  const pages: Path[] = [];
  const shown = new Set<Path>();
  for (const path of [...found].sort()) {
    const link = host.link(path);
    if (link === 'broken') failures.push({ path, message: 'is a symbolic link to nothing.' });
    else if (link === 'outside')
      notes.push(`${path} is a symbolic link out of the workspace and was not read.`);
    else if (host.has(path) === 'file' && !(link && (found.has(link.to) || shown.has(link.to)))) {
      pages.push(path);
      if (link) shown.add(link.to);
    }
  }
  return { pages, failures, notes, git };
}

/** As `--shard` names what it writes: the words of pages, which are not to be taken for anybody's else. */
const partFile = /(?:^|\/)docs-lint-\d+-of-\d+\.facts$/;

/** Every file of the workspace but what git ignores and what is nobody's own, sorted. */
export function workspaceFiles(host: Host): readonly Path[] {
  const listed = host.listed('') ?? walkFiles(host, '', []);
  const isOwn = (path: Path): boolean => !isSkipped(host, '', path) && !partFile.test(path);
  return [...listed].filter((path) => isOwn(path) && host.has(path) === 'file').sort();
}

/** What package managers write beside the code of others that they put into `vendor`. */
const vendored = ['modules.txt', 'autoload.php', 'bundle'];

function isSkipped(host: Host, root: Path, path: Path): boolean {
  const parts = path.slice(root === '' ? 0 : root.length + 1).split('/');
  return parts.some(
    (part, index) =>
      index < parts.length - 1 &&
      (skipped.has(part) ||
        skippedBelow.get(part)?.includes(parts[index + 1] as string) ||
        (part === 'vendor' && isVendored(host, join(root, parts.slice(0, index + 1).join('/'))))),
  );
}

function isVendored(host: Host, directory: Path): boolean {
  return vendored.some((name) => host.has(join(directory, name)) !== undefined);
}

function* walkFiles(host: Host, root: Path, failures: Failure[]): Iterable<Path> {
  const readIgnored = (path: Path): string | undefined => {
    try {
      return host.has(path) === 'file' ? host.read(path) : undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push({ ...error.place, path, message: error.message });
      return undefined;
    }
  };
  const rules = new Map<Path, Ignore | undefined>();
  const ignoreAt = (directory: Path): Ignore | undefined => {
    if (!rules.has(directory)) {
      const text = readIgnored(join(directory, '.gitignore'));
      rules.set(directory, text ? ignore({ allowRelativePaths: true }).add(text) : undefined);
    }
    return rules.get(directory);
  };
  const isIgnored = (path: Path, suffix: string): boolean => {
    for (let at = parentOf(path); ; at = parentOf(at)) {
      const below = path.slice(at === '' ? 0 : at.length + 1) + suffix;
      const verdict = ignoreAt(at)?.test(below);
      if (verdict?.ignored) return true;
      if (verdict?.unignored || at === '') return false;
    }
  };
  const waiting = [root];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    for (const name of host.list(directory)) {
      const path = join(directory, name);
      const kind = host.has(path);
      if (kind === 'directory') {
        if (!skipped.has(nameOf(path)) && host.link(path) === undefined && !isIgnored(path, '/'))
          waiting.push(path);
      } else if (kind === 'file' || host.link(path) !== undefined) {
        if (!isIgnored(path, '')) yield path;
      }
    }
  }
}
