import { posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { join, type Path, parentOf, type Workspace } from '../../src/rule.js';
import type { Cli2Options } from './read-options.js';

export interface Selection {
  has(page: Path): boolean;
  /** Whether it is there by a pattern, and not for lack of one. */
  names(page: Path): boolean;
}

type Test = (path: Path) => boolean;

/** The pages that the options of the workspace's own directory choose: `globs`, `ignores` and `gitignore`. */
export function selection(options: Cli2Options, workspace: Workspace): Selection {
  const { globs = [], ignores = [], gitignore = false } = options;
  const isOpen = globs.every((glob) => glob.startsWith('!'));
  const patterns = [...globs, ...ignores.map((pattern) => `!${pattern}`)].map((pattern) => {
    const isNegative = pattern.startsWith('!');
    const test = isNegative ? excluder(pattern.slice(1), workspace) : includer(pattern, workspace);
    return { isNegative, test };
  });
  // A pattern takes pages out of those before it alone.
  const names = (page: Path): boolean => {
    let named = false;
    for (const { isNegative, test } of patterns) if (named === isNegative && test(page)) named = !isNegative;
    return named;
  };
  const isOut = (page: Path): boolean => patterns.some(({ isNegative, test }) => isNegative && test(page));
  const isGitIgnored = gitignore === false ? () => false : ignoreFiles(gitignore, workspace);
  return { names, has: (page) => (isOpen ? !isOut(page) : names(page)) && !isGitIgnored(page) };
}

/** Whether patterns that count from a directory take a file below it out. */
export function ignoredBelow(directory: Path, ignores: readonly string[]): Test {
  const tests = ignores.map((pattern) => picomatch(pattern, { dot: true, nonegate: true }));
  return (path) => {
    const inside = directory === '' ? path : path.slice(directory.length + 1);
    return tests.some((test) => test(inside));
  };
}

function includer(pattern: string, workspace: Workspace): Test {
  return picomatch(wholeDirectory(pattern, workspace), { dot: true, nonegate: true });
}

/** A directory that a pattern takes out is not entered, so nothing below it is found either. */
function excluder(pattern: string, workspace: Workspace): Test {
  const whole = wholeDirectory(pattern.replace(/^\//, ''), workspace);
  const test = picomatch(whole, { dot: true, nonegate: true });
  const takesDirectories = whole.endsWith('/**') || !/[*?[\]{}()!+@|\\]/.test(posix.basename(whole));
  return (path) => {
    if (test(path)) return true;
    for (let at = parentOf(path); takesDirectories && at !== ''; at = parentOf(at)) if (test(at)) return true;
    return false;
  };
}

/** The name of a directory, and `**` with a name behind it, stand for all that is below. */
function wholeDirectory(pattern: string, workspace: Workspace): string {
  const [, name = ''] = /\*\*\/([^/]+)$/.exec(pattern) ?? [];
  const isName =
    name !== '' && !/[*?[\]{}]/.test(name) && (posix.extname(name) === '' || name.startsWith('.'));
  const path = posix.normalize(pattern).replace(/\/$/, '');
  return isName || workspace.has(path) === 'directory' ? posix.join(pattern, '**') : pattern;
}

/** By the patterns in files such as `.gitignore`, tracked or not: the nearest file that speaks of a page decides. */
function ignoreFiles(gitignore: boolean | string, workspace: Workspace): Test {
  const pattern = typeof gitignore === 'string' ? gitignore : '**/.gitignore';
  const isEverywhere = pattern.startsWith('**/');
  const name = isEverywhere ? pattern.slice('**/'.length) : posix.basename(pattern);
  const only = isEverywhere ? undefined : posix.normalize(posix.dirname(pattern)).replace(/^\.$/, '');
  const known = new Map<Path, Ignore | undefined>();
  const rulesOf = (directory: Path): Ignore | undefined => {
    if (!known.has(directory)) {
      const text = workspace.read(join(directory, name));
      known.set(directory, text ? ignore({ allowRelativePaths: true }).add(text) : undefined);
    }
    return known.get(directory);
  };
  return (page) => {
    for (let at = parentOf(page); ; at = parentOf(at)) {
      const rules = only === undefined || only === at ? rulesOf(at) : undefined;
      const verdict = rules?.test(at === '' ? page : page.slice(at.length + 1));
      if (verdict?.ignored) return true;
      if (verdict?.unignored || at === '') return false;
    }
  };
}
