import picomatch from 'picomatch';
import type { Path } from './model.js';

/**
 * Whether a path of the workspace matches a list of patterns, as .gitignore and Prettier's overrides read them:
 * a pattern without a slash matches at any depth, one with a slash from the workspace on; one that names a
 * directory matches all below it; a later `!pattern` takes back what earlier ones matched. Dot files are
 * files like any other, and so are parentheses: alternatives are written `{a,b}`. A list that starts with `!` starts from everything.
 */
export function globMatcher(patterns: readonly string[]): (path: Path) => boolean {
  const tests = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    return {
      negated,
      matches: picomatch(expand(negated ? pattern.slice(1) : pattern), { dot: true, nonegate: true }),
    };
  });
  const initially = tests[0]?.negated === true;
  return (path) => {
    let matched = initially;
    for (const { negated, matches } of tests) if (matched === negated && matches(path)) matched = !negated;
    return matched;
  };
}

function expand(pattern: string): string[] {
  // To picomatch these are groups and quantifiers, which a regex may need for ever to match.
  const plain = pattern
    .replace(/\\.|[()|+]/g, (one) => (one.length > 1 ? one : `\\${one}`))
    .replace(/^\.\//, '');
  const anchored = plain.replace(/^\//, '');
  const name = anchored.endsWith('/') ? anchored.slice(0, -1) : anchored;
  if (name === '' || name === '.') return ['**'];
  const base = plain === anchored && !name.includes('/') ? `**/${name}` : name;
  if (anchored !== name) return [`${base}/**`];
  const lastPart = name.slice(name.lastIndexOf('/') + 1);
  return /[*?[{]/.test(lastPart) ? [base] : [base, `${base}/**`];
}
