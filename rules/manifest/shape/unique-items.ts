import type { FuncKeywordDefinition } from 'ajv';

/**
 * `uniqueItems` in one pass over the items. ajv's own compares each with each, and calls what a file says
 * under a key such as `toString`.
 */
export const uniqueItems: FuncKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  compile(wanted: boolean) {
    const validate = (items: readonly unknown[]): boolean => {
      const seen = new Map<string, number>();
      for (const [i, item] of items.entries()) {
        const j = seen.get(canonical(item));
        if (wanted && j !== undefined) {
          Object.assign(validate, { errors: [{ keyword: 'uniqueItems', params: { i, j } }] });
          return false;
        }
        seen.set(canonical(item), i);
      }
      return true;
    };
    return validate;
  },
};

/** JSON whose keys are in order, so that equal values are equal texts. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.sort().join()}}`;
}
