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

/** The config file, with what each part was found by as comments. */
export function renderConfig(look: Look): string {
  const found = rowsOf(look).map(([name, what]) => `  // ${visible(`${name}: ${what}`)}`);
  const [open = '', ...rest] = JSON.stringify(look.config, undefined, 2).split('\n');
  return `${[open, '  // What docs-lint found here at its first look. Every rule that is not named runs with its defaults.', ...found, ...rest].join('\n')}\n`;
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
      '`docs-lint init` writes that into a config, to keep or to change.',
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
  const places = roots.map((root) => (root === '' ? '.' : root));
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
