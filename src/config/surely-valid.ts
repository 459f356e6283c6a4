import { createRequire } from 'node:module';
import type { Json } from '../model.js';
import type { Rule } from '../rule.js';

const load = createRequire(import.meta.url);

/** Code that the build has ajv write, and the rules that it knows. */
interface Compiled {
  readonly rules: readonly string[];
  readonly isValid: (config: Json) => boolean;
}

/**
 * Whether configs break nothing of the schema of exactly these rules, told without loading ajv, which takes longer than
 * reading most trees. False where that has to be looked at.
 */
export function areSurelyValid(configs: readonly Json[], rules: ReadonlyMap<string, Rule>): boolean {
  try {
    const compiled: Compiled = load('./config-schema.cjs');
    return compiled.rules.join() === [...rules.keys()].join() && configs.every(compiled.isValid);
  } catch {
    return false;
  }
}
