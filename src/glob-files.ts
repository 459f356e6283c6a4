import { globMatcher } from './glob.js';
import type { Path, Project } from './model.js';
import { isWithin, join } from './paths.js';

const deepest = 60;
const skipped = new Set(['.git', 'node_modules']);

/** The files that a list of patterns matches, in order, whatever git says of them; none of git's own or of `node_modules`. */
export function globFiles(project: Pick<Project, 'has' | 'list'>, patterns: readonly string[]): Path[] {
  const matches = globMatcher(patterns);
  return basesOf(patterns).flatMap((base) => [...below(project, base, matches, 0)]);
}

/** Where the walks begin: the directories that no glob leaves. */
function basesOf(globs: readonly string[]): Path[] {
  const bases = globs.map((glob) => {
    if (glob.startsWith('!')) return undefined;
    const parts = glob.replace(/^\.?\//, '').split('/');
    const wild = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part));
    if (parts.length === 1) return glob.startsWith('/') && wild < 0 ? glob.slice(1) : '';
    return parts.slice(0, wild < 0 ? parts.length : wild).join('/');
  });
  const all = [...new Set(bases.filter((base) => base !== undefined))];
  return all.filter((base) => !all.some((other) => other !== base && isWithin(other, base))).sort();
}

function* below(
  project: Pick<Project, 'has' | 'list'>,
  path: Path,
  isWanted: (path: Path) => boolean,
  depth: number,
): Iterable<Path> {
  const kind = path === '' ? 'directory' : project.has(path);
  if (kind === 'file' && isWanted(path)) yield path;
  if (kind !== 'directory' || depth > deepest) return;
  for (const name of project.list(path)) {
    if (!skipped.has(name)) yield* below(project, join(path, name), isWanted, depth + 1);
  }
}
