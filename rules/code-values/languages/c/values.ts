import { code } from '../../../../src/rule.js';
import { type Read, readOperators } from '../shared/operators.js';
import { deepest, type Expression, type Member, tooDeep } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { betweenDirectives, includedFile } from './directives.js';
import { characterOf, numberOf, textOf } from './literals.js';

const words: Readonly<Record<string, Expression>> = {
  true: { number: 'true' },
  false: { number: 'false' },
  NULL: { none: true },
  nullptr: { none: true },
  nil: { none: true },
};
/** Functions and macros that give the text or the list that they are given. */
const givesFirst =
  /^(?:.*\.)?(?:basic_string(?:_view)?|w?string(?:_view)?|to_array|TEXT|_T|_|N_|QStringLiteral|QLatin1String|QString|StringPiece|StringRef)$/;
const notPlain: Expression = { unread: 'its expression is more than texts and names' };

/** Reads all that stands between two indices, in a scope. */
export function readValue(tokens: Tokens, [from, to]: Part, scope: string, depth = 0): Expression {
  if (depth > deepest) return tooDeep;
  if (from >= to) return { unread: 'it is empty' };
  const [expression, next] = readOperators(tokens, from, readOperand, to);
  return next >= to ? expression : notPlain;

  function whole(part: Part): Expression {
    return readValue(tokens, part, scope, depth + 1);
  }

  /** Texts and names that stand next to each other are one text. */
  function readOperand(at: number): Read {
    const [first, behind] = readPrimary(at);
    let next = behind;
    const terms = [first];
    while (
      next < to &&
      (tokens.kind(next) === 'text' || (isText(terms.at(-1)) && tokens.kind(next) === 'name'))
    ) {
      const isSuffix = tokens.kind(next) === 'name' && tokens.span(next)[0] === tokens.span(next - 1)[1];
      if (isSuffix) next++;
      else {
        const [term, end] = readPrimary(next);
        terms.push(term);
        next = end;
      }
    }
    if (terms.every(isText)) return [terms.join(''), next];
    return [terms.length === 1 ? first : { op: '+', terms: ['', ...terms] }, next];
  }

  function readPrimary(at: number): Read {
    const word = tokens.word(at);
    switch (tokens.kind(at)) {
      case 'text':
        return [textOf(word), at + 1];
      case 'character':
        return [characterOf(word), at + 1];
      case 'number':
        return [numberOf(word), at + 1];
      case 'name':
        return readNamed(at, word);
    }
    const close = tokens.close(at);
    if (word === '@') return readPrimary(at + 1);
    if (word === '{') return [{ members: readElements([at + 1, close]) }, close + 1];
    if (word === '&' && at + 1 < to) return readPrimary(at + 1);
    if (word !== '(') return [notPlain, at + 1];
    const isCast = close + 1 < to && ['text', 'name', 'number', 'character'].includes(tokens.kind(close + 1));
    return isCast ? readPrimary(close + 1) : [whole([at + 1, close]), close + 1];
  }

  function readNamed(at: number, word: string): Read {
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known) return [known, at + 1];
    let [path, next] = [word, at + 1];
    for (; next + 1 < to && tokens.is(next, '::', '.') && tokens.kind(next + 1) === 'name'; next += 2)
      path += `.${tokens.word(next + 1)}`;
    if (next < to && tokens.is(next, '<')) next = behindAngles(next);
    const close = tokens.close(next);
    if (next < to && tokens.is(next, '{')) return [{ members: readElements([next + 1, close]) }, close + 1];
    if (next >= to || !tokens.is(next, '(')) return [{ name: path, in: scope }, next];
    const [first, second] = partsOf(tokens, next + 1, close);
    const isCast = /^(?:static|const|reinterpret)_cast$/.test(path);
    if (first && !second && (isCast || givesFirst.test(path))) return [whole(first), close + 1];
    return [{ unread: `it is made by a call of ${code(path.replaceAll('.', '::'))}` }, close + 1];
  }

  function behindAngles(open: number): number {
    let level = 0;
    for (let at = open; at < to; at = tokens.close(at) + 1) {
      if (tokens.is(at, '<')) level++;
      else if (tokens.is(at, '>') && --level === 0) return at + 1;
    }
    return open;
  }

  /** `"a"`, `[A] = "a"`, `.a = "a"`; a zero behind texts is the end of the list. */
  function readElements(inner: Part): Member[] {
    const members = partsOf(tokens, ...inner)
      .flatMap((part) => {
        const pieces = betweenDirectives(tokens, part);
        const isCut = pieces.filter(([start]) => tokens.kind(start) !== 'own').length > 1;
        return isCut ? [part] : pieces;
      })
      .map((part): Member => {
        const [start, end] = part;
        if (tokens.kind(start) === 'own')
          return { span: tokens.span(start), label: labelOf(tokens, part), value: includedFile };
        const isDesignated = tokens.is(start, '[', '.');
        const equals = isDesignated ? findMark(tokens, start, end, '=') : start - 1;
        const name = isDesignated ? { name: tokens.word(start + 1) } : {};
        const value = whole([equals + 1, end]);
        const span = [tokens.span(equals + 1)[0], tokens.span(Math.max(equals + 1, end - 1))[1]] as const;
        return {
          span,
          ...(typeof value === 'string' ? {} : { label: labelOf(tokens, part) }),
          ...name,
          value,
        };
      });
    const last = members.at(-1);
    const others = members.slice(0, -1);
    if (members.length < 2 || !last || !('value' in last)) return members;
    const isEnd = isZero(last.value)
      ? others.every((one) => 'value' in one && isText(one.value))
      : isEmpty(last.value) && others.every((one) => 'value' in one && isSet(one.value));
    return isEnd ? others : members;
  }
}

function isText(value: Expression | undefined): value is string {
  return typeof value === 'string';
}

function isZero(value: Expression): boolean {
  return typeof value === 'object' && 'number' in value && value.number === '0';
}

function isSet(value: Expression): boolean {
  return typeof value === 'object' && 'members' in value;
}

/** A row of zeros, which ends a table. */
function isEmpty(value: Expression): boolean {
  if (typeof value !== 'object' || !('members' in value)) return false;
  return value.members.every(
    (one) => 'value' in one && (isZero(one.value) || (typeof one.value === 'object' && 'none' in one.value)),
  );
}
