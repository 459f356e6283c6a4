/** What holds the values of a page. */
export type Form = 'list' | 'table' | 'code' | 'headings' | 'definitions' | 'code-block' | 'sentence';
/** How a code block holds values. */
export type Split = 'lines' | 'commas' | 'keys';
/** Which of the two sides may hold values that the other has not. */
export type Relation = 'equal' | 'docs-in-code' | 'code-in-docs';
export type CaseName = 'kebab' | 'snake' | 'lower';

export const formNames: readonly Form[] = [
  'list',
  'table',
  'code',
  'headings',
  'definitions',
  'code-block',
  'sentence',
];
export const splitNames: readonly Split[] = ['lines', 'commas', 'keys'];
export const relationNames: readonly Relation[] = ['equal', 'docs-in-code', 'code-in-docs'];
export const caseNames: readonly CaseName[] = ['kebab', 'snake', 'lower'];

export type ExemptOption = {
  readonly value: string;
  readonly reason: string;
  readonly side?: 'code' | 'docs';
};

/** How docs and code are held to each other. */
export type SharedOption = {
  readonly relation?: Relation;
  readonly ordered?: boolean;
  /** From a value of the code to what the docs call it. */
  readonly map?: Readonly<Record<string, string>>;
  readonly case?: CaseName;
  readonly exempt?: readonly ExemptOption[];
};

/** A place on a page. */
export type PageOption = SharedOption & {
  readonly file: string;
  readonly under?: string;
  readonly after?: string;
  readonly as?: Form;
  readonly column?: string | number;
  readonly level?: number;
  readonly split?: Split;
};

/** The pages themselves. */
type PagesOption = SharedOption & {
  readonly pages: string;
  readonly value?: 'name' | 'title';
  readonly exclude?: readonly string[];
};

/** Entries of a navigation. */
type NavigationOption = SharedOption & {
  readonly navigation: string;
  readonly under?: string;
  readonly value?: 'title' | 'name' | 'path';
  readonly exclude?: readonly string[];
};

export type DocsOption = PageOption | PagesOption | NavigationOption;

const text = (description: string) => ({ type: 'string', minLength: 1, description });

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

/** Of a list for all of its places, and of a place for itself. */
export const shared = {
  relation: {
    enum: relationNames,
    description:
      'What must hold: both sides are `equal`, which is so without it; every value of the docs is one of the code; every value of the code is in the docs.',
  },
  ordered: { type: 'boolean', description: 'Whether the docs keep the order of the code.' },
  map: {
    type: 'object',
    description: 'What the docs call a value of the code, where they do not call it by itself.',
    additionalProperties: { type: 'string', minLength: 1 },
  },
  case: {
    enum: caseNames,
    description:
      'How the docs write the values that `map` does not name: in lower case, the words joined by hyphens or by underscores.',
  },
  exempt: { type: 'array', description: 'Values that only one side has.', items: exempt },
};

const { ordered: _, ...unordered } = shared;
const exclude = (description: string) => ({
  type: 'array',
  description,
  items: { type: 'string', minLength: 1 },
});

const page = {
  type: 'object',
  description: 'A place on a page that lists the values.',
  additionalProperties: false,
  required: ['file'],
  properties: {
    file: text('The page, relative to the workspace.'),
    under: text('The text of the heading whose section holds the values, or its `#anchor`.'),
    after: text('A text that stands before the values; HTML tags do not count, white space is folded.'),
    as: {
      enum: formNames,
      description:
        'What holds the values. Without it, the first list or table, and the code spans where there is neither.',
    },
    column: {
      description:
        'The column of the table: the text of its header, or its number from 1. The first without it.',
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'integer', minimum: 1 },
      ],
    },
    level: {
      type: 'integer',
      minimum: 1,
      maximum: 6,
      description: 'Of headings: their level. The highest one that occurs there without it.',
    },
    split: {
      enum: splitNames,
      description:
        'Of a code block: a value a line, which is so without it; values between commas; what stands before `:` or `=`.',
    },
    ...shared,
  },
};

const pages = {
  type: 'object',
  description: 'Pages, one for each value.',
  additionalProperties: false,
  required: ['pages'],
  properties: {
    pages: text('A glob of pages, relative to the workspace.'),
    value: {
      enum: ['name', 'title'],
      description: 'The name of the file without its extension, which is so without it, or the title.',
    },
    exclude: exclude('Files that are for no value: names, or paths relative to the workspace; globs too.'),
    ...unordered,
  },
};

const navigation = {
  type: 'object',
  description: 'Entries of a navigation, one for each value.',
  additionalProperties: false,
  required: ['navigation'],
  properties: {
    navigation: text('A file of JSON or YAML, or a `SUMMARY.md`, relative to the workspace.'),
    under: text('The title or the path of the entry above. Without it, the entries of the first level.'),
    value: {
      enum: ['title', 'name', 'path'],
      description:
        'The title of the entry, which is so without it; the name of its file without the extension; its path.',
    },
    exclude: exclude('Titles or paths of entries that are for no value.'),
    ...shared,
  },
};

export const docsSchema = { anyOf: [page, pages, navigation] };
