import type { Path } from '../model.js';
import { parentOf } from '../paths.js';
import type { World } from '../trace/world.js';
import { git } from './git.js';
import { commitFormat, type Patch, parsePatches } from './parse-patches.js';

/** What git remembers, the newest first; nothing where it remembers nothing. Each question is one process. */
export interface PatchSource {
  /** What is in the work tree, or in the index, and in no commit; asked once. */
  uncommitted(): readonly Patch[];
  /** What commits did to files of these names, or below directories of these names, and to some around them; a renamed file counts as a new one. */
  log(paths: readonly Path[], only?: 'deleted'): readonly Patch[];
  /** The files that these commits gave another name. */
  renames(hashes: ReadonlySet<string>): readonly Patch[];
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
  '--patch',
  '--unified=0',
  '--inter-hunk-context=0',
  '--irreversible-delete',
  '--relative',
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
  let known: readonly Patch[] | undefined;
  let left = seconds;

  function patches(words: readonly string[], input = ''): Patch[] {
    if (left <= 0) {
      world.cannotTell();
      return [];
    }
    const start = process.uptime();
    const output = git(world, root, [...plainly, ...words], {
      atMost: { seconds: left, bytes },
      input,
    });
    left -= process.uptime() - start;
    return parsePatches(output ?? '');
  }

  return {
    uncommitted() {
      const where = uncommitted === 'index' ? ['--cached'] : [];
      known ??= patches(['diff', ...where, 'HEAD', ...plainPatch, '--find-renames']);
      return known;
    },
    log(given, only) {
      // No file has such a name, and git cannot be asked for one.
      const paths = given.filter((path) => !path.includes('\0'));
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
