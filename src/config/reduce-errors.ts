import type { ErrorObject } from 'ajv';
import { refer } from './refer.js';

type Errors = readonly ErrorObject[];

/**
 * Errors without the noise of alternatives: of an `anyOf` or `oneOf` that failed, the errors of the branch that
 * was meant; where no branch was, one error of keyword `kind`, whose params say what any branch would take.
 * Needs ajv's `verbose` and `allErrors`, and relies on a branch's errors standing before those of its `anyOf`.
 */
export function reduceErrors(errors: Errors, root: unknown): ErrorObject[] {
  const left: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue;
    if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf') {
      left.push(error);
      continue;
    }
    const branches = (error.schema as readonly unknown[]).map((branch) => ({
      parts: partsOf(branch, root),
      errors: [] as ErrorObject[],
    }));
    for (let last = left.at(-1); last && isBelow(last.instancePath, error.instancePath); last = left.at(-1)) {
      const { parentSchema } = last;
      const branch = branches.findLast(({ parts }) => parts.has(parentSchema));
      if (!branch) break;
      branch.errors.unshift(last);
      left.pop();
    }
    left.push(
      ...meant(
        error,
        branches.map((branch) => branch.errors),
      ),
    );
  }
  return left;
}

/** Every schema inside a schema, itself and what it refers to included. */
function partsOf(schema: unknown, root: unknown, parts = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof schema !== 'object' || schema === null || parts.has(schema)) return parts;
  parts.add(schema);
  if ('$ref' in schema && typeof schema.$ref === 'string') partsOf(refer(root, schema.$ref), root, parts);
  for (const part of Object.values(schema)) partsOf(part, root, parts);
  return parts;
}

/** The errors of the branch that comes nearest, if the value is of its kind at all. */
function meant(error: ErrorObject, branches: readonly Errors[]): Errors {
  const failed = branches.filter((errors) => errors.length > 0);
  const ofKind = failed.filter((errors) => !errors.some((one) => isOfOtherKind(one, error)));
  const [best] = ofKind.sort((a, b) => a.length - b.length);
  if (best) return best;
  const wanted = failed.flat().filter((one) => isOfOtherKind(one, error));
  if (wanted.length === 0) return [error];
  return [
    {
      ...error,
      keyword: 'kind',
      params: {
        values: wanted.flatMap((one) => allowedValues(one)),
        schemas: wanted.flatMap((one) =>
          one.keyword === 'type' ? [one.parentSchema] : (one.params.schemas ?? []),
        ),
      },
    },
  ];
}

function isOfOtherKind(one: ErrorObject, { instancePath }: ErrorObject): boolean {
  return one.instancePath === instancePath && ['type', 'enum', 'const', 'kind'].includes(one.keyword);
}

/** The values that would have been right, by an error of `enum`, `const` or `kind`. */
export function allowedValues({ keyword, params }: ErrorObject): readonly unknown[] {
  if (keyword === 'enum') return params.allowedValues;
  if (keyword === 'const') return [params.allowedValue];
  return keyword === 'kind' ? params.values : [];
}

function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}
