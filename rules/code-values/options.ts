import type { OptionsSchema } from '../../src/rule.js';
import { type DocsOption, docsSchema, type SharedOption, shared } from './docs-options.js';
import { languageIds } from './languages/ids.js';

/** Which values of a source are meant, and what of each is its value; all of them without any of these. */
export type Selector = {
  readonly name?: string;
  readonly type?: string;
  readonly prefix?: string;
  readonly block?: string;
  readonly path?: string;
  readonly pattern?: string;
  readonly group?: string | number;
  readonly after?: string;
  readonly until?: string;
  readonly language?: string;
  readonly value?: 'name' | 'value' | 'argument' | 'serde' | 'strum' | 'clap';
  readonly field?: string | number;
  readonly stripPrefix?: string;
};

type CodeOption = Selector & { readonly file: string };

type ListOption = SharedOption & {
  readonly name?: string;
  readonly code: CodeOption;
  readonly docs: readonly DocsOption[];
};

export type Options = { readonly lists: readonly ListOption[] };

const text = (description: string) => ({ type: 'string', minLength: 1, description });

const textOrNumber = [
  { type: 'string', minLength: 1 },
  { type: 'integer', minimum: 1 },
];

const code = {
  type: 'object',
  description: 'Where code declares the values.',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: text('A source file, a directory or a glob of a package; relative to the workspace.'),
    name: text(
      'The name of what holds the values: an enum, a type, an array, an object, a column. As in a comment on a page.',
    ),
    type: text('The name of the type that the constants have.'),
    prefix: text('What the names of the constants begin with.'),
    block: text('The name of one constant; every constant declared in the same block is meant.'),
    path: text(
      'Of a data file: where the values are, as `components.schemas.Client`, `clients.*.id`, `parameters[name=client].schema` or a JSON pointer.',
    ),
    pattern: text(
      'A regular expression that finds the values, a line at a time; without backreferences and lookaround.',
    ),
    group: {
      description: 'Which group of the pattern is the value; the first one without it.',
      anyOf: textOrNumber,
    },
    after: text('With `pattern`: a text that a line holds. Lines up to the first such one are left out.'),
    until: text('With `pattern`: a text that a line holds. The first such line ends the search.'),
    language: {
      enum: languageIds,
      description: 'The language of the source, where the name of the file does not tell.',
    },
    value: {
      enum: ['name', 'value', 'argument', 'serde', 'strum', 'clap'],
      description:
        'What the docs list of each: its name in code, the value behind that, an argument of its constructor, or what a library of Rust calls it. Without it, what the language itself makes of it.',
    },
    field: {
      description: 'Of values made of several parts: the name of the part, or its number from 1.',
      anyOf: textOrNumber,
    },
    stripPrefix: text('What to take away from the beginning of each value that begins so.'),
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
            items: docsSchema,
          },
          ...shared,
        },
      },
    },
  },
};
