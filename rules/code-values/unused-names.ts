import { code, nearest } from '../../src/rule.js';
import type { Declaration, Place } from './declarations.js';
import type { Constant } from './languages/index.js';
import { hint } from './sections.js';

/** Names in a `map` for values that the code does not have. */
export function* unusedNames(
  { docs }: Declaration,
  values: ReadonlyMap<string, Constant>,
  of: string,
): Generator<{ readonly at: Place; readonly message: string }> {
  const seen = new Set<string>();
  for (const { naming } of docs) {
    for (const [value, { at }] of naming.names) {
      const key = JSON.stringify(at);
      if (values.has(value) || seen.has(key)) continue;
      seen.add(key);
      const near = nearest(value, values.keys());
      const advice = near === undefined ? ' Remove it.' : hint(near, '');
      yield { at, message: `The name for ${code(value)} is not needed: this is no value of ${of}.${advice}` };
    }
  }
}
