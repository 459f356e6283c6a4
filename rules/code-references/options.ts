import type { OptionsSchema } from '../../src/rule.js';

export type CaseName = 'upper' | 'snake' | 'kebab';

/** Where the code lists all names of a kind, so that those which no page mentions are told. */
export type DeclaredOption = {
  readonly sources?: string | readonly string[];
  readonly pattern?: string;
  readonly group?: string | number;
  readonly as?: string;
  readonly case?: CaseName;
};

export type ExemptOption = {
  readonly value: string;
  readonly reason: string;
  readonly side?: 'code' | 'docs';
};

/** What any kind is told. */
type Shared = {
  readonly sources: string | readonly string[];
  readonly declared?: DeclaredOption;
  readonly exempt?: readonly ExemptOption[];
};

export type PrefixOption = Shared & { readonly prefix: string | readonly string[] };
export type RouteOption = PrefixOption & {
  readonly hosts?: string | readonly string[];
  readonly mounts?: Readonly<Record<string, string>>;
};
export type FlagOption = Shared & {
  readonly programs: string | readonly string[];
  readonly alone?: string | readonly string[];
};
export type PatternOption = Shared & { readonly pattern: string; readonly group?: string | number };

/** By the names of kinds; a name that is none of ours is a kind of the user's own. */
export type KindOption = PrefixOption | RouteOption | FlagOption | PatternOption;

export type Options = { readonly kinds: Readonly<Record<string, KindOption>> };

/** One or several, as a list. */
export function listOf(option: string | readonly string[] | undefined): readonly string[] {
  return typeof option === 'string' ? [option] : (option ?? []);
}

const text = (description: string) => ({ type: 'string', minLength: 1, description });

const texts = (description: string) => ({
  description,
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
  ],
});

const group = {
  description: 'Which group of the pattern is the name; the first one without it.',
  anyOf: [
    { type: 'string', minLength: 1 },
    { type: 'integer', minimum: 0 },
  ],
};

const shared = {
  sources: texts(
    'Patterns of the source files that must hold the names, such as `src/**/*.ts` or `!src/vendor/`.',
  ),
  declared: {
    type: 'object',
    description: 'Where the code lists every name: one that no page mentions is reported.',
    additionalProperties: false,
    properties: {
      sources: texts('The source files that list them; all of the kind without it.'),
      pattern: text(
        'A regular expression that finds the names, a line at a time; every string that is a name without it.',
      ),
      group,
      as: text('The name that is made of what the pattern finds, which `*` stands for.'),
      case: {
        enum: ['upper', 'snake', 'kebab'],
        description: 'How what the pattern finds is written in a name.',
      },
    },
  },
  exempt: {
    type: 'array',
    description: 'Names that only one side has.',
    items: {
      type: 'object',
      additionalProperties: false,
      required: ['value', 'reason'],
      properties: {
        value: text('The name; `*` stands for any characters.'),
        reason: text('Why only one side has it.'),
        side: { enum: ['code', 'docs'], description: 'The side that has it; either without it.' },
      },
    },
  },
};

function kind(description: string, required: readonly string[], properties: object): object {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    required: ['sources', ...required],
    properties: { ...shared, ...properties },
  };
}

const prefix = texts('What the names begin with.');

export const schema: OptionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kinds: {
      type: 'object',
      description: 'What is looked for in code spans and code blocks, by kinds of names.',
      default: {},
      properties: {
        env: kind('Environment variables.', ['prefix'], { prefix }),
        header: kind('HTTP headers.', ['prefix'], { prefix }),
        metric: kind('Metrics.', ['prefix'], { prefix }),
        key: kind('Keys of a configuration, with dots between them.', ['prefix'], { prefix }),
        route: kind('Routes of an API.', ['prefix'], {
          prefix,
          hosts: texts('Hosts whose URLs lead to these routes; `*` stands for any characters.'),
          mounts: {
            type: 'object',
            description: 'By patterns of source files: the route below which those of the files stand.',
            additionalProperties: { type: 'string' },
          },
        }),
        flag: kind('Flags of a command line.', ['programs'], {
          programs: texts('The programs whose flags they are.'),
          alone: texts('Patterns of pages where a code span with nothing but a flag means one of theirs.'),
        }),
      },
      additionalProperties: kind('A kind of your own.', ['pattern'], {
        pattern: text(
          'A regular expression that finds the names, a line at a time; without backreferences and lookaround.',
        ),
        group,
      }),
    },
  },
};
