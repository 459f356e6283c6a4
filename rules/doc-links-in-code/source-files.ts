import { globMatcher, type Path, type Project } from '../../src/rule.js';
import type { Options } from './options.js';

/** What is for tests by its name or its directory: it names pages that exist nowhere. */
const tests =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__snapshots__|specs?|e2e|fixtures?|testdata|testutils?|examples?|mocks?)\/|(?:[._-](?:test|spec|stories|e2e|mock)s?|_test)\.\w+$|(?:^|\/)(?:test_|conftest)[^/]*\.py$|Tests?\.(?:java|kt|cs|swift)$/;

/** What other people wrote: it names pages of their own. */
const foreign = /(?:^|\/)(?:vendor|third_party|node_modules)\//;

/** Whether a file is one of the sources. */
export function isSource({ sources, tests: withTests }: Options): (path: Path) => boolean {
  const matches = globMatcher(sources);
  const isOurs = (path: Path): boolean => !foreign.test(path) && (withTests || !tests.test(path));
  return (path) => !isPage(path) && isOurs(path) && matches(path);
}

/** The files that the globs match, in order. */
export function sourceFiles(project: Project, options: Options): readonly Path[] {
  return project.workspaceFiles().filter(isSource(options));
}

function isPage(path: Path): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}
