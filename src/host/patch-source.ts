import type { Path } from '../model.js';
import { git } from './git.js';
import { commitFormat, type Patch, parsePatches } from './parse-patches.js';

/** What git remembers, the newest first; nothing where it remembers nothing. Each question is one process. */
export interface PatchSource {
  /** What is in the work tree and in no commit; asked once. */
  uncommitted(): readonly Patch[];
  /** What commits did to files of these names, or below directories of these names; a renamed file counts as a new one. */
  log(paths: readonly Path[], only?: 'deleted'): readonly Patch[];
  /** The files that these commits gave another name. */
  renames(hashes: ReadonlySet<string>): readonly Patch[];
}

/** How far one question goes back, and how long it may take. */
const atMost = { seconds: 5, bytes: 32 << 20 };
const commits = '--max-count=1000';
/** What all names of one question may come to: a command line is not endless. */
const longestNames = 20_000;

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
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

export function patchSource(root: string): PatchSource {
  let known: readonly Patch[] | undefined;

  function patches(words: readonly string[], input = ''): Patch[] {
    return parsePatches(git(root, ['--literal-pathspecs', ...words], { atMost, input }) ?? '');
  }

  return {
    uncommitted() {
      known ??= patches(['diff', 'HEAD', ...plainPatch, '--find-renames']);
      return known;
    },
    log(paths, only) {
      if (paths.length === 0) return [];
      const filter = only ? ['--diff-filter=D'] : [];
      const words = ['log', commitFormat, commits, '--no-follow', '--no-renames', ...filter, ...plainPatch];
      return patches([...words, '--', ...fitting(paths)]);
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

function fitting(paths: readonly Path[]): Path[] {
  let length = 0;
  return paths.filter((path) => {
    length += path.length + 1;
    return length <= longestNames;
  });
}
