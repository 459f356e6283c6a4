import { editorSchema } from '../config/editor-schema.js';
import { loadRules } from '../engine/registry.js';
import { generators } from '../project/generators.js';

/** The JSON Schema of a config, draft-07, made of the options of all rules: what `config.schema.json` holds. */
export async function publishedSchema(): Promise<object> {
  return editorSchema(await loadRules(), generators);
}
