import { code } from '../../../src/rule.js';

/** Which names are meant, as the end of a sentence. */
export function beginningWith(prefixes: readonly string[]): string {
  return ` that begins with ${prefixes.map(code).join(' or ')}`;
}
