import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { readObjectType } from './object-types.js';
import { behindTypes, readType } from './types.js';

const longestHead = 1000;

/** The brace that begins the body of a class or an interface, behind a name, its types and what it extends. */
export function bodyOf(tokens: Tokens, from: number, to: number): number | undefined {
  const end = Math.min(to, from + longestHead);
  for (let at = from; at < end; ) {
    if (tokens.is(at, '{')) return at;
    if (tokens.is(at, ';')) return undefined;
    const next = tokens.is(at, '<') ? behindTypes(tokens, at) : tokens.close(at) + 1;
    if (tokens.is(at, '<') && next === at + 1) return undefined;
    at = next;
  }
  return undefined;
}

/** The properties of an interface whose name stands at an index, with those of what it extends. */
export function readInterface(tokens: Tokens, at: number, open: number, scope: string): Member[] {
  const typeAt = (start: number): Expression => readType(tokens, start, scope)[0];
  const own = readObjectType(tokens, [open + 1, tokens.close(open)], typeAt);
  const behind = tokens.is(at + 1, '<') ? behindTypes(tokens, at + 1) : at + 1;
  if (!tokens.is(behind, 'extends')) return own;
  const bases = partsOf(tokens, behind + 1, open).filter(isWhole);
  return [
    ...own,
    ...bases.map((part): Member => {
      const [start] = part;
      return { span: tokens.span(start), label: labelOf(tokens, part), all: typeAt(start) };
    }),
  ];

  /** Commas inside of `<>` divide nothing. */
  function isWhole([start, end]: Part): boolean {
    return (
      start < end &&
      !tokens
        .between(behind, start)
        .replace(/<[^<>]*>/g, '')
        .includes('<')
    );
  }
}
