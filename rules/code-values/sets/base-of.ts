import type { Path } from '../../../src/rule.js';

/** The directory in which everything stands that a glob matches. */
export function baseOf(glob: string): Path {
  const parts = glob.split('/');
  const first = parts.findIndex((part) => /[*?]/.test(part));
  return parts.slice(0, first < 0 ? -1 : first).join('/');
}
