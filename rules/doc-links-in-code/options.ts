export interface Options {
  readonly sources: readonly string[];
  readonly tests: boolean;
  readonly allow: readonly string[];
}

const texts = { type: 'array', items: { type: 'string', minLength: 1 }, default: [] };

export const schema = {
  type: 'object' as const,
  additionalProperties: false,
  properties: {
    sources: {
      ...texts,
      description:
        'Patterns of the source files that are looked at, such as `src/**/*.ts` or `!src/vendor/`.',
    },
    tests: { type: 'boolean', default: false, description: 'Whether test files are looked at too.' },
    allow: { ...texts, description: 'Links that are left alone; a `*` at the end stands for any end.' },
  },
};
