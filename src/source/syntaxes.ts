import { once } from '../once.js';
import { nameOf } from '../paths.js';

/** A literal between marks. */
export interface Quotes {
  readonly open: string;
  /** Where it differs from `open`. */
  readonly close?: string;
  /** Whether a backslash takes away the meaning of what follows. */
  readonly escapes?: true;
  /** Whether it may go on behind the end of its line. */
  readonly lines?: true;
  /** Whether its end written twice is none. */
  readonly doubled?: true;
}

/** How a language writes what is no code: comments and literals. */
export interface Syntax {
  readonly lineComments: readonly string[];
  /** Whether a line comment begins at the start of a word only. */
  readonly apart?: true;
  readonly blockComments?: { readonly open: string; readonly close: string; readonly nest?: true };
  readonly quotes: readonly Quotes[];
  /** A single character between `'`, which may mean something else too. */
  readonly characters?: true;
  /** Literals with an end of their own making. */
  readonly raw?: 'rust' | 'c++';
  /** `${}` in a template, and regular expressions between slashes. */
  readonly script?: true;
  /** Whether it is text between tags, so that quotes mean nothing. */
  readonly prose?: true;
}

const double: Quotes = { open: '"', escapes: true };
const single: Quotes = { open: "'", escapes: true };
const triple: Quotes = { open: '"""', lines: true, escapes: true };
const slashes = { lineComments: ['//'], blockComments: { open: '/*', close: '*/' } };
const nested = { lineComments: ['//'], blockComments: { open: '/*', close: '*/', nest: true as const } };
const hash: Syntax = {
  lineComments: ['#'],
  apart: true,
  quotes: [
    { open: '"', escapes: true, lines: true },
    { open: "'", lines: true },
  ],
};
const markup: Syntax = {
  lineComments: [],
  blockComments: { open: '<!--', close: '-->' },
  quotes: [],
  prose: true,
};
const c: Syntax = { ...slashes, quotes: [double], characters: true };

const table: readonly (readonly [extensions: string, syntax: Syntax])[] = [
  [
    'ts tsx mts cts js jsx mjs cjs',
    { ...slashes, quotes: [double, single, { open: '`', escapes: true, lines: true }], script: true },
  ],
  ['go', { ...slashes, quotes: [double, { open: '`', lines: true }], characters: true }],
  ['rs', { ...nested, quotes: [{ ...double, lines: true }], characters: true, raw: 'rust' }],
  ['c h m', c],
  ['cc cpp cxx hh hpp hxx mm', { ...c, raw: 'c++' }],
  [
    'cs',
    {
      ...c,
      quotes: [{ open: '"""', lines: true }, { open: '@"', close: '"', lines: true, doubled: true }, double],
    },
  ],
  ['java', { ...c, quotes: [triple, double] }],
  ['kt kts swift scala', { ...nested, quotes: [triple, double], characters: true }],
  ['dart', { ...nested, quotes: [triple, { ...triple, open: "'''" }, double, single] }],
  ['proto css scss less', { ...slashes, quotes: [double, single] }],
  ['json jsonc json5', { ...slashes, quotes: [double] }],
  [
    'php',
    {
      ...slashes,
      lineComments: ['//', '#'],
      quotes: [
        { ...double, lines: true },
        { ...single, lines: true },
      ],
    },
  ],
  ['tf hcl', { ...slashes, lineComments: ['#', '//'], quotes: [double] }],
  ['py pyi', { lineComments: ['#'], quotes: [triple, { ...triple, open: "'''" }, double, single] }],
  ['yaml yml', { ...hash, quotes: [double, { open: "'", doubled: true }] }],
  ['toml', { ...hash, quotes: [triple, { open: "'''", lines: true }, double, { open: "'" }] }],
  ['sh bash zsh rb pl r ex exs', hash],
  ['mk cmake dockerfile makefile ini cfg conf properties', { ...hash, quotes: [double, single] }],
  ['graphql gql', { lineComments: ['#'], quotes: [triple, double] }],
  [
    'sql',
    {
      lineComments: ['--'],
      blockComments: { open: '/*', close: '*/' },
      quotes: [
        { open: "'", lines: true, doubled: true },
        { open: '"', lines: true, doubled: true },
      ],
    },
  ],
  ['lua', { lineComments: ['--'], blockComments: { open: '--[[', close: ']]' }, quotes: [double, single] }],
  ['html htm xml svg vue svelte astro', markup],
];

const byExtension = once(
  (): ReadonlyMap<string, Syntax> =>
    new Map(
      table.flatMap(([extensions, syntax]) => extensions.split(' ').map((one) => [one, syntax] as const)),
    ),
);

/** The extension of a file in lower case; of a file without one, its name. */
function extensionOf(path: string): string {
  const name = nameOf(path).toLowerCase();
  return name.slice(name.lastIndexOf('.') + 1);
}

/** How a file is written, by its name; undefined for a language that is not known. */
export function syntaxOf(path: string): Syntax | undefined {
  return byExtension().get(extensionOf(path));
}
