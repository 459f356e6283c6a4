import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Baseline } from '../engine/baseline.js';
import { UserError } from '../errors.js';
import type { BaselineEntry, Path } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';

/** Where a workspace keeps its baseline. */
export const baselineFile: Path = '.docs-lint-baseline.json';

const advice = 'Mend it, or remove it and run `docs-lint --suppress-all`.';

/** Reads a baseline. Throws UserError with a place for one that docs-lint did not write. */
export function readBaseline(text: string): Baseline {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors);
  const [error] = errors;
  if (error) throw wrong(`is no valid JSON: ${printParseErrorCode(error.error)}.`, error.offset);
  const version = member(root, 'version');
  if (version?.value !== 1) throw wrong('does not say `"version": 1`.', version?.offset ?? 0);
  return { file: baselineFile, entries: entriesOf(member(root, 'problems')) };

  function entriesOf(problems: Node | undefined): BaselineEntry[] {
    return members(problems, '`problems`').flatMap(([path, codes]) =>
      members(codes, 'a page').flatMap(([name, list]) => {
        const [rule = '', code = ''] = name.split('/');
        if (list.type !== 'array') throw wrong('has no list of fingerprints here.', list.offset);
        return (list.children ?? []).map(({ value, type, offset, length }): BaselineEntry => {
          if (type !== 'string') throw wrong('has something here that is no fingerprint.', offset);
          return { path, rule, code, fingerprint: value, span: [offset, offset + length] };
        });
      }),
    );
  }

  function members(node: Node | undefined, what: string): [string, Node][] {
    if (node?.type !== 'object') throw wrong(`has no object for ${what}.`, node?.offset ?? 0);
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), value] as [string, Node]] : [],
    );
  }

  function wrong(what: string, offset: number): UserError {
    return new UserError(`${what} ${advice}`, {
      path: baselineFile,
      ...lineColumn(lineStarts(text), offset),
    });
  }
}

function member(node: Node | undefined, name: string): Node | undefined {
  return node?.children?.find(({ children: [key] = [] }) => key?.value === name)?.children?.[1];
}

/** The text of a baseline, in an order that keeps differences small. */
export function writeBaseline(entries: Iterable<Omit<BaselineEntry, 'span'>>): string {
  const pages = new Map<Path, Map<string, string[]>>();
  for (const { path, rule, code, fingerprint } of entries) {
    const codes = pages.get(path) ?? new Map<string, string[]>();
    pages.set(path, codes);
    const list = codes.get(`${rule}/${code}`) ?? [];
    codes.set(`${rule}/${code}`, list);
    if (!list.includes(fingerprint)) list.push(fingerprint);
  }
  const problems = sorted(pages, (codes) => sorted(codes, (list) => [...list].sort()));
  return `${JSON.stringify({ version: 1, problems }, undefined, 2)}\n`;
}

function sorted<T, U>(map: ReadonlyMap<string, T>, value: (one: T) => U): Record<string, U> {
  const entries = [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return Object.fromEntries(entries.map(([key, one]) => [key, value(one)]));
}
