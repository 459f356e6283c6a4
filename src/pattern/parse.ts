import { once } from '../once.js';
/** A pattern as a tree. `test` says whether a character is one that is meant; `only` is that one where there is no other. */
export type Node =
  | { readonly kind: 'empty' }
  | { readonly kind: 'test'; readonly test: (character: string) => boolean; readonly only?: string }
  | { readonly kind: 'assert'; readonly mark: '^' | '$' | 'b' | 'B' }
  | { readonly kind: 'group'; readonly number: number; readonly of: Node }
  | { readonly kind: 'row' | 'either'; readonly of: readonly Node[] }
  | {
      readonly kind: 'repeat';
      /** The groups inside of it, the end exclusive. */
      readonly groups: readonly [from: number, to: number];
      readonly of: Node;
      readonly least: number;
      readonly most: number;
      readonly isLazy: boolean;
    };

export interface Pattern {
  readonly node: Node;
  /** Numbers of groups by their names; the whole pattern is group 0. */
  readonly groups: ReadonlyMap<string, number>;
  readonly count: number;
}

/** What is wrong with a pattern, as the end of a sentence. */
export class PatternError extends Error {}

const simple: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', 0: '\0' };
const escaped =
  /\\(?:([dDwWsS]|[pP]\{[^}]*\})|(x[\da-fA-F]{2}|u[\da-fA-F]{4}|u\{[\da-fA-F]+\})|([bB])|(k<|[1-9])|([\s\S]))/uy;
const quantifier = /(?:([*+?])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})(\?)?/y;
const opening = once(() => /\((?:\?(?:(:)|<([\p{L}_$][\p{L}\p{N}_$]*)>|([\s\S])))?/uy);
const deepest = 50;
const largest = 200;

/** Reads a pattern in the syntax of JavaScript, without what would make it slow: no lookaround, no reference to a group. */
export function parsePattern(source: string): Pattern {
  const groups = new Map<string, number>();
  let count = 0;
  let at = 0;
  const node = readEither(0);
  if (at < source.length) throw wrong('a `)` closes nothing');
  return { node, groups, count };

  function wrong(what: string, where = at): PatternError {
    return new PatternError(`${what} at character ${where + 1}`);
  }

  function match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(source);
  }

  function readEither(depth: number): Node {
    if (depth > deepest) throw wrong('groups are nested too deeply');
    const rows = [readRow(depth)];
    while (source[at] === '|') {
      at++;
      rows.push(readRow(depth));
    }
    return rows.length === 1 ? (rows[0] as Node) : { kind: 'either', of: rows };
  }

  function readRow(depth: number): Node {
    const of: Node[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') of.push(readRepeated(depth));
    return of.length === 0 ? { kind: 'empty' } : { kind: 'row', of };
  }

  function readRepeated(depth: number): Node {
    const [start, first] = [at, count];
    const of = readAtom(depth);
    const found = match(quantifier);
    if (!found) return of;
    if (isEmptyable(of)) throw wrong('what is repeated may be empty', start);
    at += found[0].length;
    const [, mark, from, comma, to, lazy] = found;
    const least = mark === undefined ? Number(from) : mark === '+' ? 1 : 0;
    const most =
      mark === '?'
        ? 1
        : mark !== undefined || (comma && to === '')
          ? Number.POSITIVE_INFINITY
          : Number(to ?? from);
    if (least > most) throw wrong('the numbers of a repetition are in the wrong order', start);
    if (least > largest || (most > largest && most !== Number.POSITIVE_INFINITY))
      throw wrong(`a repetition is larger than ${largest}`, start);
    if (match(quantifier)) throw wrong('a repetition is repeated');
    return { kind: 'repeat', groups: [first + 1, count + 1], of, least, most, isLazy: lazy !== undefined };
  }

  function readAtom(depth: number): Node {
    const character = String.fromCodePoint(source.codePointAt(at) as number);
    switch (character) {
      case '(':
        return readGroup(depth);
      case '[':
        return readClass();
      case '\\':
        return readEscape();
      case '.':
        at++;
        return {
          kind: 'test',
          test: (one) => one !== '\n' && one !== '\r' && one !== '\u2028' && one !== '\u2029',
        };
      case '^':
      case '$':
        at++;
        return { kind: 'assert', mark: character };
      case '*':
      case '+':
      case '?':
        throw wrong('nothing is repeated');
    }
    at += character.length;
    return { kind: 'test', test: (one) => one === character, only: character };
  }

  function readGroup(depth: number): Node {
    const start = at;
    const [whole, plain, name, other] = match(opening()) as RegExpExecArray;
    if (other !== undefined) throw wrong('there is lookaround or a flag');
    at += whole.length;
    const number = plain === undefined ? ++count : 0;
    if (name !== undefined) {
      if (groups.has(name)) throw wrong(`two groups are called \`${name}\``, start);
      groups.set(name, number);
    }
    const of = readEither(depth + 1);
    if (source[at] !== ')') throw wrong('a `(` is not closed', start);
    at++;
    return plain === undefined ? { kind: 'group', number, of } : of;
  }

  function readClass(): Node {
    const start = at++;
    while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
    if (at >= source.length) throw wrong('a `[` is not closed', start);
    at++;
    return { kind: 'test', test: tester(source.slice(start, at), start) };
  }

  function readEscape(): Node {
    const start = at;
    const found = match(escaped);
    if (!found) throw wrong('there is a backslash and nothing behind it', start);
    const [whole, set, number, border, reference, one] = found;
    if (reference !== undefined) throw wrong('there is a reference to a group', start);
    at += whole.length;
    if (border !== undefined) return { kind: 'assert', mark: border as 'b' | 'B' };
    if (set !== undefined) return { kind: 'test', test: tester(whole, start) };
    const character =
      number === undefined ? (simple[one as string] ?? (one as string)) : fromNumber(number, start);
    return { kind: 'test', test: (other) => other === character, only: character };
  }

  function fromNumber(number: string, start: number): string {
    const point = Number.parseInt(number.replace(/[xu{}]/g, ''), 16);
    if (point > 0x10ffff) throw wrong('a character has too large a number', start);
    return String.fromCodePoint(point);
  }

  /** One character at a time, so that the engine of the language cannot take long. */
  function tester(set: string, start: number): (character: string) => boolean {
    for (const flags of ['u', '']) {
      try {
        const pattern = new RegExp(`^${set}$`, flags);
        return (character) => pattern.test(character);
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
    throw wrong(`\`${set}\` cannot be understood`, start);
  }
}

/** Whether a part may match nothing at all. */
function isEmptyable(node: Node): boolean {
  switch (node.kind) {
    case 'test':
      return false;
    case 'group':
      return isEmptyable(node.of);
    case 'row':
      return node.of.every(isEmptyable);
    case 'either':
      return node.of.some(isEmptyable);
    case 'repeat':
      return node.least === 0;
  }
  return true;
}
