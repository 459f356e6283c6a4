import type { Json, Path } from '../model.js';
import { safeLines, visible } from './safe.js';

/** What a first look found; see the session that takes it. */
export interface Look {
  readonly roots: readonly Path[];
  readonly pages: number;
  readonly generators: ReadonlyMap<string, number>;
  readonly proposals: ReadonlyMap<string, readonly { readonly found: string; readonly options?: object }[]>;
  readonly enabled: ReadonlyMap<string, readonly Path[]>;
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

function rowsOf({ roots, pages, generators, proposals, enabled }: Look): [string, string][] {
  const places = roots.map((root) => (root === '' ? '.' : root)).join(', ');
  const shown = [...generators].map(([name, count]) => (generators.size === 1 ? name : `${name} (${count})`));
  return [
    ['docs', `${counted(pages, 'page')} in ${places}`],
    ['shown by', shown.join(', ')],
    ...[...enabled].map(([id, directories]): [string, string] => {
      const named = directories.map((directory) => (directory === '' ? 'the workspace' : directory));
      return [id, `is on, by its settings in ${few(named)}`];
    }),
    ...[...proposals].flatMap(([id, found]) => found.map((one): [string, string] => [id, one.found])),
  ];
}

function few(names: readonly string[]): string {
  return names.length <= 3
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
