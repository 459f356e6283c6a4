import type { Path } from '../model.js';
import { once } from '../once.js';
import { parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import { git } from './git.js';
import { commitFormat, type Patch, parsePatches } from './parse-patches.js';

/** What git remembers, the newest first; nothing where it remembers nothing. Each question is one process. */
export interface PatchSource {
  /** Files that are gone or have another name in the work tree, or in the index, and in no commit; asked once. */
  gone(): readonly Gone[];
  /** What the work tree, or the index, did to files of these names since the last commit, and to some around them. */
  uncommitted(paths: readonly Path[]): readonly Patch[];
  /** What commits did to files of these names, or below directories of these names, and to some around them; a renamed file counts as a new one. */
  log(paths: readonly Path[], only?: 'deleted'): readonly Patch[];
  /** The files that these commits gave another name. */
  renames(hashes: ReadonlySet<string>): readonly Patch[];
}

/** A file that the last commit has; `to` is the name that it was given. */
interface Gone {
  readonly path: Path;
  readonly to?: Path;
}

/** How far one question goes back, how much it may print, and how long all of them may take. */
const commits = '--max-count=1000';
const bytes = 32 << 20;
const seconds = 6;
/** Git asks each of its names at each commit, so that many are slower than the directories that hold them. */
const mostNames = 20;

/** What is no text is said by the repository, which all that work on it share. */
const plainly = ['--literal-pathspecs', '-c', 'core.attributesFile='];

const plainPatch = [
  '--relative',
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  '--irreversible-delete',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--submodule=short',
  '--diff-algorithm=myers',
  '--indent-heuristic',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

export function patchSource(
  world: World,
  root: string,
  uncommitted: 'work tree' | 'index' = 'work tree',
): PatchSource {
  let left = seconds;

  function ask(words: readonly string[], input = ''): string {
    if (left <= 0) {
      world.cannotTell();
      return '';
    }
    const start = process.uptime();
    const output = git(world, root, [...plainly, ...words], {
      atMost: { seconds: left, bytes },
      input,
    });
    left -= process.uptime() - start;
    return output ?? '';
  }

  const patches = (words: readonly string[], input?: string): Patch[] => parsePatches(ask(words, input));
  const since = ['diff', ...(uncommitted === 'index' ? ['--cached'] : []), 'HEAD', '--find-renames'];

  return {
    // What lines say is not asked: it is another after each edit.
    gone: once(() => parseGone(ask([...since, '--relative', '-z', '--name-status', '--diff-filter=DR']))),
    uncommitted(given) {
      const paths = given.filter(isName);
      return paths.length === 0 ? [] : patches([...since, ...plainPatch, '--', ...covering(paths)]);
    },
    log(given, only) {
      const paths = given.filter(isName);
      if (paths.length === 0) return [];
      const filter = only ? ['--diff-filter=D'] : [];
      const words = ['log', commitFormat, commits, '--no-follow', '--no-renames', ...filter, ...plainPatch];
      return patches([...words, '--', ...covering(paths)]);
    },
    renames(hashes) {
      if (hashes.size === 0) return [];
      const words = [
        'log',
        '--stdin',
        '--no-walk=unsorted',
        commitFormat,
        '--find-renames',
        '--diff-filter=R',
      ];
      return patches([...words, ...plainPatch], [...hashes].join('\n'));
    },
  };
}

/** Git cannot be asked for a name that no file has. */
function isName(path: Path): boolean {
  return !path.includes('\0');
}

/** Reads lines of `--name-status -z`; an end that is cut off is left out. */
function parseGone(output: string): Gone[] {
  const words = output.split('\0').slice(0, -1);
  const found: Gone[] = [];
  for (let at = 0; at < words.length; ) {
    const isRenamed = words[at]?.startsWith('R') === true;
    const [path, to] = [words[at + 1], isRenamed ? words[at + 2] : undefined];
    if (path !== undefined && (!isRenamed || to !== undefined))
      found.push({ path, ...(to === undefined ? {} : { to }) });
    at += isRenamed ? 3 : 2;
  }
  return found;
}

/** The paths, or of too many of them the directories that hold them. */
function covering(paths: readonly Path[]): readonly string[] {
  let found = new Set(paths);
  while (found.size > mostNames) {
    const deepest = Math.max(...[...found].map(depthOf));
    found = new Set([...found].map((path) => (depthOf(path) === deepest ? parentOf(path) : path)));
  }
  return [...found].map((path) => (path === '' ? '.' : path));
}

function depthOf(path: Path): number {
  return path === '' ? 0 : path.split('/').length;
}
