import { formOf, headOf, otherForm, readAnnotations, renamed } from '../jvm/annotations.js';
import { readChanges } from '../jvm/changes.js';
import { type Declared, deepest, type Expression, type Member, type Outline } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { createLexis } from './lexis.js';
import { readValue } from './values.js';

const longestHead = 1000;
const severalArguments: Expression = { unread: 'its constructor takes any number of arguments' };
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };

/** Reads the enums and constants that a file of Kotlin declares outside of functions. */
export function readKotlin(text: string): Outline {
  const tokens = scan(text, createLexis());
  const declared: Declared[] = [];
  const changes: Declared[] = [];
  readBody([0, tokens.size], '', true, 0);
  const names = new Set(declared.map(({ name }) => name));
  return { declared: [...declared, ...changes.filter(({ name }) => names.has(name))] };

  /** The properties of a class belong to its objects, and to nobody else. */
  function readBody([from, to]: Part, scope: string, isOne: boolean, depth: number): void {
    for (let at = from; at < to; ) {
      const isType = tokens.is(at, 'class', 'interface', 'object') && !tokens.is(at - 1, '.', '::', ':', '=');
      if (isType) at = readType(at, to, scope, depth);
      else if (tokens.is(at, 'val', 'var') && tokens.kind(at + 1) === 'name')
        at = readProperty(at + 1, to, scope, isOne);
      else if (tokens.is(at, 'init') && tokens.is(at + 1, '{')) {
        changes.push(...readChanges(tokens, [at + 2, tokens.close(at + 1)], scope));
        at = tokens.close(at + 1) + 1;
      } else at = tokens.close(at) + 1;
    }
  }

  /** The companion of a class lends its names to the class. */
  function readType(at: number, to: number, scope: string, depth: number): number {
    const isCompanion = tokens.is(at - 1, 'companion');
    const isNamed = tokens.kind(at + 1) === 'name';
    const body = findBody(at + (isNamed ? 2 : 1), to);
    if (!tokens.is(body, '{') || depth > deepest) return body;
    const close = tokens.close(body);
    const own = isCompanion || !isNamed ? '' : bare(tokens.word(at + 1));
    const name = [scope, own].filter(Boolean).join('.');
    const isEnum = tokens.is(at - 1, 'enum') && isNamed;
    const start = isEnum ? readEnum(at + 1, [body + 1, close], name, headOf(tokens, at)) : body + 1;
    readBody([start, close], name, !tokens.is(at, 'class'), depth + 1);
    return close + 1;
  }

  /** A type without a body ends where the next declaration begins. */
  function findBody(from: number, to: number): number {
    let at = from;
    while (at < Math.min(to, from + longestHead) && !tokens.is(at, '{', ';', '@', '=', '}')) {
      const isNext =
        tokens.breaks(at) &&
        tokens.kind(at) === 'name' &&
        !tokens.is(at, 'constructor', 'where', 'by') &&
        !tokens.is(at - 1, ',', ':', '<');
      if (isNext) return at;
      at = tokens.close(at) + 1;
    }
    return at;
  }

  /** The index behind the constants. */
  function readEnum(at: number, [from, to]: Part, name: string, head: number): number {
    const end = findMark(tokens, from, to, ';');
    const form = formOf(tokens, [head, from - 1]) ?? formOf(tokens, [end, to]);
    const open = tokens.is(at + 1, '(') ? at + 1 : findMark(tokens, at + 1, from - 1, '(');
    const parameters = tokens.is(open, '(') ? partsOf(tokens, open + 1, tokens.close(open)) : [];
    const isAny = parameters.some(([start]) => tokens.is(start, 'vararg'));
    const members = partsOf(tokens, from, end).flatMap((part): Member[] => {
      const { next, renames } = readAnnotations(tokens, part, (inner) => whole(inner, name));
      if (tokens.kind(next) !== 'name' || next >= part[1]) return [];
      const own = bare(tokens.word(next));
      const args = tokens.is(next + 1, '(') ? partsOf(tokens, next + 2, tokens.close(next + 1)) : [];
      const forms =
        args.length > 0
          ? { forms: { argument: isAny ? severalArguments : { members: inOrder(args, parameters, name) } } }
          : {};
      const value = form === undefined || renames.length > 0 ? renamed(own, renames) : otherForm(form);
      return [{ span: tokens.span(next), name: own, value, ...forms }];
    });
    declared.push({ name, span: tokens.span(at), value: { members } });
    return end;
  }

  /** The name in `val id: String = "x"`. */
  function parameterOf([from, to]: Part): string {
    return tokens.word(findMark(tokens, from, to, ':') - 1);
  }

  /** Arguments in the order of the parameters; one that is left out has its default. */
  function inOrder(args: readonly Part[], parameters: readonly Part[], scope: string): Member[] {
    const names = parameters.map(parameterOf);
    const members = parameters.map((part, index) => defaultOf(part, names[index] as string, scope));
    for (const [index, part] of args.entries()) {
      const isNamed = tokens.is(part[0] + 1, '=') && tokens.kind(part[0]) === 'name';
      const name = isNamed ? tokens.word(part[0]) : names[index];
      const place = name !== undefined && names.includes(name) ? names.indexOf(name) : index;
      const value = whole(isNamed ? [part[0] + 2, part[1]] : part, scope);
      const label = labelOf(tokens, part);
      members[place] = { span: tokens.span(part[0]), label, ...(name === undefined ? {} : { name }), value };
    }
    return members;
  }

  function defaultOf(part: Part, name: string, scope: string): Member {
    const equals = findMark(tokens, ...part, '=');
    const value: Expression =
      equals < part[1] ? whole([equals + 1, part[1]], scope) : { unread: 'it is not given' };
    return { span: tokens.span(part[0]), name, value };
  }

  function whole([from, to]: Part, scope: string): Expression {
    const [value, next] = readValue(tokens, from, scope, 0, to);
    return next >= to ? value : notPlain;
  }

  /** `A: T = x` */
  function readProperty(at: number, to: number, scope: string, isOne: boolean): number {
    let equals = at + 1;
    if (tokens.is(equals, ':')) {
      while (equals < to && !tokens.is(equals, '=', '{', ';', 'by', 'get', 'val', 'var', 'fun'))
        equals = tokens.close(equals) + 1;
    }
    if (tokens.is(equals, 'by')) if (isOne) declare(at, scope, { unread: '`by` makes it' });
    if (!tokens.is(equals, '=')) return Math.min(to, equals);
    const type = equals === at + 3 ? { type: tokens.word(at + 2) } : {};
    const [value, next] = readValue(tokens, equals + 1, scope, 0, to);
    const isWhole = next >= to || tokens.breaks(next) || tokens.is(next, ';', '}');
    if (isOne) declare(at, scope, isWhole ? value : notPlain, type);
    return next;
  }

  function declare(at: number, scope: string, value: Expression, type = {}): void {
    const own = bare(tokens.word(at));
    declared.push({ name: scope === '' ? own : `${scope}.${own}`, span: tokens.span(at), value, ...type });
  }
}

function bare(name: string): string {
  return name.replace(/^`(.*)`$/, '$1');
}
