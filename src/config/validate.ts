import { Ajv, type ErrorObject } from 'ajv';
import type { Issue } from '../errors.js';
import { nearest } from '../nearest.js';
import { explain } from './explain.js';
import { issuesAt } from './issue.js';
import { reduceErrors } from './reduce-errors.js';
import type { Schema } from './schema.js';
import type { ParsedConfig } from './types.js';

const settings = {
  allErrors: true,
  verbose: true,
  strict: false,
  ownProperties: true,
  validateFormats: false,
};

/** The schema is our own and used once: what makes it safe or fast to use costs more than it gives. */
const quick = { validateSchema: false, inlineRefs: false, code: { optimize: false } };

/**
 * Checks configs against a schema: every error of one at once, in the order of the text. This file loads ajv:
 * import it when there is a config, and not before. When plugins failed to load, a rule that is not known may
 * be theirs.
 */
export function configValidator(
  schema: Schema,
  { pluginsFailed = false } = {},
): (config: ParsedConfig) => readonly Issue[] {
  // As a tree: an error is traced to its alternative by the identity of the schema that it broke.
  const tree = JSON.parse(JSON.stringify(schema));
  const validate = new Ajv({ ...settings, ...quick }).compile(tree);
  return (config) => {
    if (validate(config.value)) return [];
    const errors = withoutEchoes(reduceErrors(validate.errors ?? [], tree));
    const found = errors
      .filter((error) => !(pluginsFailed && mayBePlugins(error)))
      .map((error) => {
        const { pointer, what, message } = explain(error);
        return { span: config.locate(pointer, what), message };
      });
    const distinct = new Map(found.map((one) => [JSON.stringify([one.span, one.message]), one]));
    return issuesAt(config, [...distinct.values()]);
  };
}

/** What is wrong with a schema itself; undefined for one that can be used. */
export function schemaFault(schema: Schema): string | undefined {
  try {
    new Ajv(settings).compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A value of the wrong type is not in the enumeration either: the enumeration says more. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const named = new Set(
    errors.filter(({ keyword }) => keyword !== 'type').map(({ instancePath }) => instancePath),
  );
  return errors.filter(({ keyword, instancePath }) => keyword !== 'type' || !named.has(instancePath));
}

/** A rule that nobody knows, and that is no slip of the pen for one that somebody does. */
function mayBePlugins({ keyword, instancePath, params, parentSchema }: ErrorObject): boolean {
  if (keyword !== 'additionalProperties' || !/^(?:\/overrides\/\d+)?\/rules$/.test(instancePath))
    return false;
  return nearest(params.additionalProperty, Object.keys(parentSchema?.properties ?? {})) === undefined;
}
