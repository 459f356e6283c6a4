import { createRequire } from 'node:module';
import type { Json } from '../../../src/rule.js';

const load = createRequire(import.meta.url);

/**
 * Whether a manifest breaks nothing of our own schema, told by the code that the build has ajv write for it. False
 * where that has to be looked at: loading ajv and compiling a schema takes longer than reading most trees.
 */
export function isSurelyValid(manifest: Json): boolean {
  try {
    return load('./coder-schema.cjs')(manifest) === true;
  } catch {
    return false;
  }
}
