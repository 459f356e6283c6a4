import { join } from 'node:path';
import type { Path } from '../model.js';
import type { GitOptions } from '../trace/trace.js';
import type { World } from '../trace/world.js';
import { git } from './git.js';

/** Tracked files and untracked ones that git does not ignore; undefined where git knows no work tree. */
export function gitFiles(world: World, root: string, directory: Path): readonly Path[] | undefined {
  const words = ['--literal-pathspecs', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = namesFrom(world, join(root, directory), [...words, '--', '.']);
  const inside = directory === '' ? '' : `${directory}/`;
  return names && [...new Set(names.filter((path) => !path.endsWith('/')).map((path) => inside + path))];
}

/** Tracked files are never ignored, whatever the patterns say. */
export function gitIgnored(world: World, root: string, paths: readonly Path[]): readonly Path[] {
  const input = paths.map((path) => `./${path}`).join('\0');
  const names = namesFrom(world, root, ['check-ignore', '-z', '--stdin'], { input, alsoFine: [1] });
  return (names ?? []).map((path) => path.slice('./'.length));
}

/** Files that a `.gitattributes` says a program writes. */
export function gitGenerated(world: World, root: string, paths: readonly Path[]): readonly Path[] {
  const input = paths.map((path) => `./${path}`).join('\0');
  const words = ['check-attr', '-z', '--stdin', 'linguist-generated'];
  const answers = git(world, root, words, { input })?.split('\0') ?? [];
  return paths.filter((_, index) => /^(?:set|true)$/.test(answers[index * 3 + 2] ?? ''));
}

/** What git prints, split at its NULs; undefined when it fails. */
export function namesFrom(
  world: World,
  root: string,
  words: readonly string[],
  options?: GitOptions,
): readonly string[] | undefined {
  return git(world, root, words, options)
    ?.split('\0')
    .filter((path) => path !== '');
}
