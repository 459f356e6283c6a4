import type { Rule } from '../rule.js';
import { presets } from './presets.js';
import { configSchema, type Schema, severities } from './schema.js';

/**
 * The schema of a config for editors, which see the file alone. It knows the built-in rules; a config that names
 * plugins, or extends others that may, can have more.
 */
export function editorSchema(rules: ReadonlyMap<string, Rule>, generators: readonly string[]): Schema {
  const schema = configSchema(rules, generators);
  const { rules: known } = schema.definitions as { readonly rules: Schema };
  const preset = { enum: [...presets.keys()] };
  const presetsAlone = { anyOf: [preset, { type: 'array', items: preset }] };
  const ofPlugin = {
    description: 'A rule of a plugin.',
    anyOf: [
      { enum: [...severities] },
      { type: 'array', items: [{ enum: [...severities] }, {}], minItems: 1, maxItems: 2 },
    ],
  };
  const builtIn = { propertyNames: { enum: [...rules.keys()] } };
  return {
    ...schema,
    title: 'The config of docs-lint',
    description: 'docs-lint checks that documentation agrees with itself and with the code.',
    allowTrailingCommas: true,
    definitions: { rules: { ...known, additionalProperties: ofPlugin } },
    if: {
      anyOf: [
        { required: ['plugins'] },
        { required: ['extends'], properties: { extends: { not: presetsAlone } } },
      ],
    },
    else: { properties: { rules: builtIn, overrides: { items: { properties: { rules: builtIn } } } } },
  };
}
