import { globMatcher, isWithin, join, type Path, type Project } from '../../src/rule.js';
import type { Options } from './options.js';

const deepest = 60;
const skipped = new Set(['.git', 'node_modules']);
/** What is for tests by its name or its directory: it names pages that exist nowhere. */
const tests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|specs?|e2e|fixtures?|testdata|testutils?|examples?|mocks?)\/|(?:[._-](?:test|spec|stories|e2e|mock)s?|_test)\.\w+$|(?:^|\/)(?:test_|conftest)[^/]*\.py$|Tests?\.(?:java|kt|cs|swift)$/;

/** Whether a file is one of the sources. */
export function isSource({ sources, tests: withTests }: Options): (path: Path) => boolean {
  const matches = globMatcher(sources);
  return (path) => !isPage(path) && (withTests || !tests.test(path)) && matches(path);
}

/** The files that the globs match, in order. */
export function* sourceFiles(project: Project, options: Options): Iterable<Path> {
  const bases = basesOf(options.sources);
  const isWanted = isSource(options);
  for (const base of bases) yield* below(project, base, isWanted, 0);
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
  project: Project,
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

function isPage(path: Path): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}
