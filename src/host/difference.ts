import { extname } from 'node:path';
import { UserError } from '../errors.js';
import type { Path } from '../model.js';
import type { World } from '../trace/world.js';
import { git } from './git.js';
import { namesFrom } from './git-files.js';
import type { Listed } from './listed-tree.js';
import { untrackedTwin } from './untracked-twin.js';

/** What became of one file. */
export interface FileChange {
  readonly kind: 'added' | 'deleted' | 'changed' | 'renamed';
  /** Of a file that is gone, the name that it had. */
  readonly path: Path;
  /** The name that it had, of a renamed file. */
  readonly from?: Path;
  /** What was there before; of an added file nothing. */
  readonly before?: Listed;
}

/** What lies between a commit, or no commit at all, and what is checked. */
export interface Difference {
  /** The commit, or the tree that holds nothing. */
  readonly base: string;
  readonly changes: readonly FileChange[];
}

/** Which files differ between a commit and the work tree or the index, renamed ones found. */
export function difference(
  world: World,
  root: string,
  base: string,
  now: { readonly kind: 'work tree' | 'index'; read(path: Path): string | undefined },
): Difference {
  const where = now.kind === 'index' ? ['--cached'] : [];
  const output = world.git(root, ['diff', ...where, ...plainly, base, '--', '.']);
  if (!output) throw new UserError(`git cannot compare ${base} with the ${now.kind}.`);
  const changes = [...parseRaw(output.toString('utf8'))];
  if (now.kind === 'index') return { base, changes };
  const untracked = namesFrom(world, root, ['ls-files', '-z', '--others', '--exclude-standard']) ?? [];
  const added = untracked.filter((path) => !path.endsWith('/'));
  return { base, changes: withTwins(world, root, changes, added, (path) => now.read(path)) };
}

const plainly = [
  '--raw',
  '-z',
  '--no-abbrev',
  '--find-renames',
  '--relative',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];

/** Each entry is `:mode mode id id status`, and one path, or two of a renamed file. */
function* parseRaw(output: string): Iterable<FileChange> {
  const parts = output.split('\0');
  for (let at = 0; at + 1 < parts.length; ) {
    const [mode = '', , id = '', , status = ''] = (parts[at] as string).slice(1).split(' ');
    const before = { mode, id };
    const path = parts[at + 1] as string;
    at += 2;
    if (status.startsWith('R')) yield { kind: 'renamed', from: path, path: parts[at++] as string, before };
    else if (status === 'A') yield { kind: 'added', path };
    else yield { kind: status === 'D' ? 'deleted' : 'changed', path, before };
  }
}

/** Files that git was not told of are added; one that holds most of what a deleted page held is that page. */
function withTwins(
  world: World,
  root: string,
  changes: readonly FileChange[],
  untracked: readonly Path[],
  read: (path: Path) => string | undefined,
): readonly FileChange[] {
  const left = new Set(untracked);
  const found = changes.map((change): FileChange => {
    const { kind, path, before } = change;
    if (kind !== 'deleted' || left.size === 0 || !/\.(?:md|mdx|markdown)$/i.test(path) || !before)
      return change;
    const alike = [...left].filter((one) => extname(one) === extname(path)).slice(0, mostTwins);
    const lost = alike.length === 0 ? undefined : git(world, root, ['cat-file', 'blob', before.id]);
    const twin = lost === undefined ? undefined : untrackedTwin(lost, alike, (one) => attempt(read, one));
    if (twin === undefined) return change;
    left.delete(twin);
    return { kind: 'renamed', from: path, path: twin, before };
  });
  return [...found, ...[...left].map((path) => ({ kind: 'added' as const, path }))];
}

/** How many new files are looked at for one that is gone. */
const mostTwins = 100;

function attempt(read: (path: Path) => string | undefined, path: Path): string | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}
