import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalize, parentOf, wayFrom } from '../src/paths.js';

const part = fc.constantFrom('a', 'b.md', '.', '..', '', '...', '.c', 'd.', '..e', 'f..', 'é', ' ');
const way = fc.array(part, { maxLength: 7 }).map((parts) => parts.join('/'));
const page = fc
  .array(fc.constantFrom('a', '.b', 'c.', '...'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join('/'));

/** Part by part, as `normalize` is meant. */
function walked(path: string): string | undefined {
  let at: readonly string[] = [];
  for (const name of path.split('/').filter((one) => one !== '' && one !== '.')) {
    if (name === '..' && at.length === 0) return undefined;
    at = name === '..' ? at.slice(0, -1) : at.concat(name);
  }
  return at.join('/');
}

describe('paths', () => {
  it('are normalized part by part, however they are written', () => {
    fc.assert(
      fc.property(way, (path) => {
        expect(normalize(path)).toBe(walked(path));
      }),
      { numRuns: 1000 },
    );
  });

  it('lead from a page as they would behind its directory', () => {
    fc.assert(
      fc.property(page, way, (from, path) => {
        expect(wayFrom(from, path)).toBe(walked(`${parentOf(from)}/${path}`));
      }),
      { numRuns: 1000 },
    );
  });
});
