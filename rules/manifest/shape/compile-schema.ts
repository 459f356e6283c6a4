import { createRequire } from 'node:module';
import type { Ajv as AjvClass, ErrorObject } from 'ajv';
import type { Json } from '../../../src/rule.js';
import { uniqueItems } from './unique-items.js';

const load = createRequire(import.meta.url);

/** By draft, the module of ajv that reads it; one module cannot read them all. */
const modules: readonly (readonly [draft: RegExp, module: string])[] = [
  [/draft\/2020-12\/schema/, 'ajv/dist/2020'],
  [/draft\/2019-09\/schema/, 'ajv/dist/2019'],
  [/draft-07\/schema/, 'ajv'],
];

/** Every error of a value, in the order of the schema. */
export type Validate = (value: Json) => readonly ErrorObject[];

/**
 * Compiles a JSON Schema. Throws an Error, with a message for people, when it is none; one of ours is
 * not asked, which saves more than compiling it costs.
 * ajv is loaded here and no sooner: most runs have no schema to compile.
 */
export function compileSchema(schema: Json, ours = false): Validate {
  const draft = isObject(schema) ? schema.$schema : undefined;
  const other =
    typeof draft === 'string' ? modules.find(([pattern]) => pattern.test(draft))?.[1] : 'ajv/dist/2020';
  const module = ours ? 'ajv' : other;
  if (!module) throw new Error(`\`$schema\` is \`${draft}\`; use draft-07, 2019-09 or 2020-12`);
  const { default: Ajv } = load(module) as {
    default: typeof AjvClass;
  };
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    strict: false,
    ownProperties: true,
    validateFormats: false,
    logger: false,
    meta: !ours,
    validateSchema: !ours,
  });
  ajv.removeKeyword('uniqueItems').addKeyword(uniqueItems);
  if (!isObject(schema) && typeof schema !== 'boolean') throw new Error('a JSON Schema is an object');
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

function isObject(value: Json): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
