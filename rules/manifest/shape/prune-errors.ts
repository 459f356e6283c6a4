import type { ErrorObject } from 'ajv';
import { nearest } from '../../../src/rule.js';

/** Keywords that only repeat what other errors say. */
const echoes = new Set(['if', 'propertyNames', 'contains', 'dependentSchemas']);
const choices = new Set(['anyOf', 'oneOf']);
const whole = new Set(['type', 'enum', 'const']);

/** Leaves out errors that another one explains, so that each mistake is told once. */
export function pruneErrors(errors: readonly ErrorObject[]): ErrorObject[] {
  const byPlace = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const same = byPlace.get(error.instancePath);
    if (same) same.push(error);
    else byPlace.set(error.instancePath, [error]);
  }
  const blamedBelow = placesAbove(byPlace.keys());
  return [...byPlace].flatMap(([place, same]) => {
    const choice = same.findLast(({ keyword }) => choices.has(keyword));
    if (choice) return pruneChoice(same, choice, blamedBelow.has(place));
    const wrongType = same.find(({ keyword }) => keyword === 'type');
    if (wrongType) return [wrongType];
    return same.filter((error) => !echoes.has(error.keyword) && !isMisspelt(error, same));
  });
}

/** Of alternatives, those that got further than the kind of value tell more. */
function pruneChoice(same: readonly ErrorObject[], choice: ErrorObject, blamedBelow: boolean): ErrorObject[] {
  const telling = same.filter(({ keyword }) => ![choices, whole, echoes].some((set) => set.has(keyword)));
  if (telling.length > 0 || blamedBelow) return telling.filter((error) => !isMisspelt(error, telling));
  const types = same.filter(({ keyword }) => keyword === 'type').flatMap(({ params }) => params.type);
  const values = same.flatMap(({ keyword, params }) =>
    keyword === 'enum' ? params.allowedValues : keyword === 'const' ? [params.allowedValue] : [],
  );
  if (values.includes(choice.data)) return [choice];
  if (values.length > 0) return [{ ...choice, keyword: 'enum', params: { allowedValues: values } }];
  return types.length > 0 ? [{ ...choice, keyword: 'type', params: { type: types } }] : [choice];
}

/** A key that is missing because it was written wrongly: the wrong key is told already. */
function isMisspelt(error: ErrorObject, same: readonly ErrorObject[]): boolean {
  const missing: string | undefined = error.keyword === 'required' ? error.params.missingProperty : undefined;
  return (
    missing !== undefined &&
    same.some(
      ({ keyword, params }) =>
        keyword === 'additionalProperties' && nearest(params.additionalProperty, [missing]) === missing,
    )
  );
}

/** Every pointer above one of these. */
function placesAbove(pointers: Iterable<string>): Set<string> {
  const above = new Set<string>();
  for (const pointer of pointers) {
    for (let at = pointer.lastIndexOf('/'); at >= 0; at = pointer.lastIndexOf('/', at - 1)) {
      const parent = pointer.slice(0, at);
      if (above.has(parent)) break;
      above.add(parent);
      if (at === 0) break;
    }
  }
  return above;
}
