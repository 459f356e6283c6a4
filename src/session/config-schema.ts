import { editorSchema } from '../config/editor-schema.js';
import { configSchema } from '../config/schema.js';
import { loadRules } from '../engine/registry.js';
import { generators } from '../project/generators.js';

/** The JSON Schema of a config, draft-07, made of the options of all rules: what `config.schema.json` holds. */
export async function publishedSchema(): Promise<object> {
  return editorSchema(await loadRules(), generators);
}

/** The schema that a config without plugins is held to, and the rules that it knows. */
export async function builtInSchema(): Promise<{
  readonly rules: readonly string[];
  readonly schema: object;
}> {
  const rules = await loadRules();
  return { rules: [...rules.keys()], schema: configSchema(rules, generators) };
}
