import type { Path, Related } from '../../../src/rule.js';
import { plainOf } from '../json/json-tree.js';
import { printable } from '../quoted.js';
import type { ManifestFacts } from '../read-manifest.js';
import { compileSchema, type Validate } from './compile-schema.js';

/** Why a file holds no schema. */
export interface NoSchema {
  readonly message: string;
  readonly related?: readonly Related[];
}

/** The schema that a file of the workspace holds, or why it holds none. */
export function readSchema(
  path: Path,
  facts: ManifestFacts | undefined,
): { readonly validate: Validate } | NoSchema {
  if (!facts) {
    const message = `No file ${printable(path)}. Name a JSON Schema, relative to the workspace.`;
    return { message };
  }
  const [mistake] = facts.syntax;
  if (mistake) {
    const { span, message } = mistake;
    return {
      message: `${printable(path)} is invalid JSON. Mend it there, or remove \`schema\`.`,
      related: [{ path, span, message }],
    };
  }
  try {
    return { validate: compileSchema(facts.tree ? plainOf(facts.tree) : true) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      message: `${printable(path)} is no JSON Schema: ${printable(shorten(reason))}. Mend it, or remove \`schema\`.`,
    };
  }
}

/** The first of all the reasons that ajv joins into one line. */
function shorten(reason: string): string {
  return reason.replace(/^schema is invalid: data\/?/, '').split(', data/')[0] ?? reason;
}
