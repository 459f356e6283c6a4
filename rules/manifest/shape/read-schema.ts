import { plainOf } from '../json/json-tree.js';
import { printable } from '../quoted.js';
import type { ManifestFacts } from '../read-manifest.js';
import { compileSchema, type Validate } from './compile-schema.js';

/** The schema that a file of the workspace holds, or why it holds none. */
export function readSchema(
  path: string,
  facts: ManifestFacts | undefined,
): { readonly validate: Validate } | { readonly message: string } {
  if (!facts) {
    return {
      message: `No file ${printable(path)}. \`schema\` names a JSON Schema, relative to the workspace.`,
    };
  }
  const [mistake] = facts.syntax;
  if (mistake) return { message: `${path} is invalid JSON. ${mistake.message}` };
  try {
    return { validate: compileSchema(facts.tree ? plainOf(facts.tree) : true) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { message: `${path} is no JSON Schema: ${printable(reason)}. Mend it, or remove \`schema\`.` };
  }
}
