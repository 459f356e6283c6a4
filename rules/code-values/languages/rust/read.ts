import { code } from '../../../../src/rule.js';
import { type Declared, deepest, type Expression, type Member, type Outline } from '../shared/outline.js';
import { findBody, findMark, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { successor } from '../shared/successor.js';
import { type Meta, metasOf } from './attributes.js';
import { lexis } from './lexis.js';
import { asked, type Forms, renamesOf, valueOfForms } from './renames.js';
import { bare, readValue } from './values.js';

/** Reads the enums and constants that a file of Rust declares outside of functions. */
export function readRust(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  /** Types that say themselves what serde makes of them. */
  const byHand = new Set<string>();
  readItems([0, tokens.size], '', 0);
  return { declared: declared.map((one) => (byHand.has(one.name) ? withoutNames(one) : one)) };

  function readItems([from, to]: Part, scope: string, depth: number): void {
    let attributes: number[] = [];
    for (let at = from; at < to; ) {
      if (tokens.is(at, '#')) {
        const open = tokens.is(at + 1, '!') ? at + 2 : at + 1;
        if (open === at + 1 && tokens.is(open, '[')) attributes.push(open);
        at = tokens.close(open) + 1;
        continue;
      }
      const next = readItem(at, to, scope, attributes, depth);
      const isBefore = tokens.is(at, 'pub', 'unsafe') || (tokens.is(at, '(') && tokens.is(at - 1, 'pub'));
      if (!isBefore) attributes = [];
      at = Math.max(next, tokens.close(at) + 1);
    }
  }

  /** The index behind an item whose members are of interest. */
  function readItem(
    at: number,
    to: number,
    scope: string,
    attributes: readonly number[],
    depth: number,
  ): number {
    if (tokens.kind(at) !== 'name' || depth > deepest) return at;
    const word = tokens.word(at);
    if (word === 'enum' && tokens.kind(at + 1) === 'name') return readEnum(at + 1, to, scope, attributes);
    if (word === 'const' || word === 'static') return readConstant(at, to, scope);
    if (word !== 'mod' && word !== 'impl' && word !== 'trait') return at;
    const open = findBody(tokens, at, to, ';');
    if (open === undefined) return at;
    const close = tokens.close(open);
    const name = word === 'impl' ? subjectOf([at + 1, open]) : tokens.word(at + 1);
    const isOfSerde =
      word === 'impl' && /\b(?:Serialize|Deserialize)\b[^{]*\bfor\b/.test(tokens.between(at, open));
    if (isOfSerde) byHand.add(join(scope, name));
    if (!attributes.some(isTest)) readItems([open + 1, close], join(scope, name), depth + 1);
    return close + 1;
  }

  /** Whether an attribute keeps something for tests alone. */
  function isTest(bracket: number): boolean {
    return /^\[\s*cfg\s*\(\s*(?:test|all\s*\(\s*test\s*,[^)]*\))\s*\)\s*\]$/.test(
      tokens.between(bracket, tokens.close(bracket) + 1),
    );
  }

  /** The type that an `impl` is of. */
  function subjectOf([from, to]: Part): string {
    let at = tokens.is(from, '<') ? behindAngles(from, to) : from;
    for (let next = at; next < to; next++) if (tokens.is(next, 'for')) at = next + 1;
    while (at < to && tokens.is(at + 1, '::')) at += 2;
    return bare(tokens.word(at));
  }

  function behindAngles(from: number, to: number): number {
    let level = 0;
    for (let at = from; at < to; at++) {
      if (tokens.is(at, '<')) level++;
      else if (tokens.is(at, '>') && --level === 0) return at + 1;
    }
    return from;
  }

  function readEnum(at: number, to: number, scope: string, attributes: readonly number[]): number {
    const open = findBody(tokens, at, to, ';');
    if (open === undefined) return at;
    const name = join(scope, bare(tokens.word(at)));
    const variants = partsOf(tokens, open + 1, tokens.close(open))
      .flatMap((part) => variantOf(part))
      .filter(({ brackets }) => !brackets.some(isTest));
    const renames = renamesOf(
      metasOf(tokens, attributes),
      variants.map(({ metas }) => metas),
    );
    let number: Expression = { number: '-1' };
    const members = variants.map(({ at, equals, end, metas }): Member => {
      if (tokens.is(at + 1, '!')) {
        const label = `${tokens.word(at)}!`;
        return { span: tokens.span(at), label, value: { unread: `the macro ${code(label)} makes it` } };
      }
      const own = bare(tokens.word(at));
      const forms: Forms = Object.fromEntries(
        [...renames].map(([library, rename]) => [library, rename(own, metas)]),
      );
      number = equals < end ? { whole: readValue(tokens, [equals + 1, end], name) } : successor(number);
      return {
        span: tokens.span(at),
        name: own,
        value: valueOfForms(own, forms),
        forms: { ...forms, value: number },
      };
    });
    declared.push({ name, span: tokens.span(at), value: { members } });
    return tokens.close(open) + 1;
  }

  function variantOf([from, to]: Part): {
    at: number;
    equals: number;
    end: number;
    metas: readonly Meta[];
    brackets: readonly number[];
  }[] {
    const attributes: number[] = [];
    let at = from;
    for (; at < to && tokens.is(at, '#'); at = tokens.close(at + 1) + 1) attributes.push(at + 1);
    if (at >= to || tokens.kind(at) !== 'name') return [];
    return [
      {
        at,
        equals: findMark(tokens, at, to, '='),
        end: to,
        metas: metasOf(tokens, attributes),
        brackets: attributes,
      },
    ];
  }

  /** `const A: T = x;` */
  function readConstant(at: number, to: number, scope: string): number {
    const name = tokens.is(at + 1, 'mut') ? at + 2 : at + 1;
    if (tokens.kind(name) !== 'name' || !tokens.is(name + 1, ':')) return at;
    const equals = findMark(tokens, name + 1, to, '=', ';');
    const end = findMark(tokens, equals, to, ';');
    if (!tokens.is(equals, '=') || tokens.is(name, '_')) return end;
    const type =
      equals === name + 3 && tokens.kind(name + 2) === 'name' ? { type: tokens.word(name + 2) } : {};
    const value = readValue(tokens, [equals + 1, end], scope);
    declared.push({ name: join(scope, bare(tokens.word(name))), span: tokens.span(name), value, ...type });
    return end;
  }
}

/** The variants of an enum whose names in data an `impl` gives. */
function withoutNames(one: Declared): Declared {
  if (typeof one.value !== 'object' || !('members' in one.value)) return one;
  const value = asked('`impl Serialize` makes its name', '`name`');
  const members = one.value.members.map(
    (member): Member => ('all' in member ? member : { ...member, value }),
  );
  return { ...one, value: { members } };
}

function join(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
