import type { Json, Path } from '../model.js';
import type { Terminal } from './format.js';
import { lookOf } from './look.js';
import { safeLines, safeTerminal, visible } from './safe.js';
import { counted } from './verdict.js';

/** What is to be checked, and as what; see the session that finds it out. */
interface Overview {
  readonly roots: readonly Path[];
  readonly pages: number;
  readonly generators: ReadonlyMap<string, number>;
  readonly seen: ReadonlyMap<string, readonly string[]>;
  readonly enabled: ReadonlyMap<string, readonly Path[]>;
}

/** What a first look found. */
export interface Look extends Overview {
  readonly proposals: ReadonlyMap<string, readonly { readonly found: string; readonly options?: object }[]>;
  readonly config: { readonly [key: string]: Json };
}

/** What was found, a line each, for the person who decides. */
export function renderLook(look: Look): string {
  const rows = rowsOf(look);
  const width = Math.max(...rows.map(([name]) => name.length));
  return safeLines(rows.map(([name, what]) => `${visible(name).padEnd(width)}  ${visible(what)}`));
}

/** The config file, with what was found, and what could be said besides, as comments. */
export function renderConfig(look: Look): string {
  const found = rowsOf(look).map(([name, what]) => `//   ${visible(`${name}: ${what}`)}`);
  const hints = [...about].flatMap(([key, { comment, example }]) =>
    key in look.config ? [] : ['', `// ${comment}`, `// ${example}`],
  );
  const entries = Object.entries(look.config).flatMap(([key, value], index, all) => {
    const comment = about.get(key)?.comment;
    const text = `${JSON.stringify(key)}: ${written(value)}${index < all.length - 1 ? ',' : ''}`;
    return ['', ...(comment === undefined ? [] : [`// ${comment}`]), ...text.split('\n')];
  });
  const lines = ['// Written by `docs-lint init`. What it found here:', ...found, ...hints, ...entries];
  return ['{', ...lines.map((line) => line && `  ${line}`), '}', ''].join('\n');
}

/** What keys are for, each with an example that is not in force. */
const about: ReadonlyMap<string, { readonly comment: string; readonly example: string }> = new Map([
  [
    'docs',
    {
      comment: 'Directories of documentation. Every .md and .mdx file below them is a page.',
      example: '"docs": ["docs"],',
    },
  ],
  [
    'exclude',
    {
      comment: 'Pages to leave out. What git ignores is left out anyway.',
      example: '"exclude": ["docs/drafts/**"],',
    },
  ],
  [
    'rules',
    {
      comment: 'A rule that is not named runs as it is: `docs-lint rules`, `docs-lint explain <rule>`.',
      example: '"rules": { "no-emdash": "off" },',
    },
  ],
]);

/** JSON as a person writes it: what fits on a line stands on one. */
function written(value: Json, indent = '  '): string {
  const line = inOneLine(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= 90) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = members(value).map(([key, item]) => key + written(item, deeper));
  return `${open}\n${parts.map((part) => deeper.slice(2) + part).join(',\n')}\n${indent.slice(2)}${close}`;
}

function inOneLine(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = members(value).map(([key, item]) => key + inOneLine(item));
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

/** What is in an object or an array, each behind what stands before it. */
function members(value: object): [string, Json][] {
  return Array.isArray(value)
    ? value.map((item: Json) => ['', item])
    : Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item as Json]);
}

/**
 * Two lines for the person who runs docs-lint in a tree that has no config: what it chose by itself, and how to
 * keep or change that.
 */
export function renderOverview(overview: Overview, terminal: Terminal): string {
  const { faint } = lookOf(terminal);
  const [[, docs = ''] = [], ...rows] = seenRows(overview);
  const found = [docs, ...rows.map(([name, what]) => (overview.seen.has(name) ? what : `${name} ${what}`))];
  return safeLines(
    [
      `No config, so docs-lint chose: ${found.join('; ')}.`,
      'To change that, or to add a hook or a CI job: `docs-lint init`.',
    ].map((line) => faint(safeTerminal(line))),
  );
}

function rowsOf({ proposals, ...seen }: Look): [string, string][] {
  return [
    ...seenRows(seen),
    ...[...proposals].flatMap(([id, found]) => found.map((one): [string, string] => [id, one.found])),
  ];
}

function seenRows({ roots, pages, generators, enabled, seen }: Overview): [string, string][] {
  const places = roots.map((root) => (root === '' ? 'the workspace' : root));
  const shown = [...generators].map(([name, count]) => (generators.size === 1 ? name : `${name} (${count})`));
  return [
    ['docs', `${counted(pages, 'page')} in ${few(places)}`],
    ...(shown.length > 0 ? [['shown by', shown.join(', ')] satisfies [string, string]] : []),
    ...[...enabled].map(([id, directories]): [string, string] => {
      const named = directories.map((directory) => (directory === '' ? 'the workspace' : directory));
      return [id, `is on, by its settings in ${few(named)}`];
    }),
    ...[...seen].map(([id, its]): [string, string] => [id, few(its)]),
  ];
}

function few(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}
