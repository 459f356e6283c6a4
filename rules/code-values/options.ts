import type { OptionsSchema } from '../../src/rule.js';

/** Which constants of a source are meant; all of them without any of these. */
export type Selector = {
  readonly type?: string;
  readonly prefix?: string;
  readonly block?: string;
};

type CodeOption = Selector & { readonly file: string };

/** Where a page holds the values. */
export type DocsOption = {
  readonly file: string;
  readonly under?: string;
  readonly after?: string;
  readonly as?: 'list' | 'table' | 'code';
  readonly column?: string | number;
};

type ExemptOption = {
  readonly value: string;
  readonly reason: string;
  readonly side?: 'code' | 'docs';
};

type ListOption = {
  readonly name?: string;
  readonly code: CodeOption;
  readonly docs: readonly DocsOption[];
  readonly exempt?: readonly ExemptOption[];
};

export type Options = { readonly lists: readonly ListOption[] };

const text = (description: string) => ({ type: 'string', minLength: 1, description });

const code = {
  type: 'object',
  description: 'Where code declares the values.',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: text('A source file, a directory or a glob of a package; relative to the workspace.'),
    type: text('The name of the type that the constants have.'),
    prefix: text('What the names of the constants begin with.'),
    block: text('The name of one constant; every constant declared in the same block is meant.'),
  },
};

const docs = {
  type: 'object',
  description: 'A place on a page that lists the values.',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: text('The page, relative to the workspace.'),
    under: text('The text of the heading whose section holds the values, or its `#anchor`.'),
    after: text('A text that stands before the values; HTML tags do not count, white space is folded.'),
    as: {
      enum: ['list', 'table', 'code'],
      description:
        'What holds the values: the first list, the first table, or every code span. Without it, the first list or table, and the code spans where there is neither.',
    },
    column: {
      description:
        'The column of the table: the text of its header, or its number from 1. The first without it.',
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'integer', minimum: 1 },
      ],
    },
  },
};

const exempt = {
  type: 'object',
  description: 'A value that only one side has.',
  additionalProperties: false,
  required: ['value', 'reason'],
  properties: {
    value: text('The value; for a constant whose value cannot be read, its name.'),
    reason: {
      type: 'string',
      pattern: '\\S',
      patternErrorMessage: 'Write why only one side has the value.',
      description: 'Why only one side has it.',
    },
    side: {
      enum: ['code', 'docs'],
      description: 'The side that has the value. Either side without it.',
    },
  },
};

export const schema: OptionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    lists: {
      type: 'array',
      description: 'Sets of values that docs and code must agree on.',
      default: [],
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['code', 'docs'],
        properties: {
          name: text('What messages call this list.'),
          code,
          docs: {
            type: 'array',
            minItems: 1,
            description: 'The places that list the values; each of them lists all.',
            items: docs,
          },
          exempt: { type: 'array', description: 'Values that only one side has.', items: exempt },
        },
      },
    },
  },
};
