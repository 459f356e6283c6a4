import type { Declared, Expression, Outline } from '../shared/outline.js';
import { findBody, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { readChange } from './changes.js';
import { endsBefore } from './ends-before.js';
import { readMembers } from './enums.js';
import { bodyOf, readInterface } from './interfaces.js';
import { createLexis } from './lexis.js';
import { behindTypes, readType } from './types.js';
import { readValue } from './values.js';

const variables = ['const', 'let', 'var'];
const modifiers = new Set(['export', 'declare', 'default', 'abstract', 'async', 'const']);
const fieldModifiers = ['readonly', 'override', 'accessor', 'declare'];
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };
const deepest = 40;

/** Reads the enums, types and constants that a file of TypeScript or JavaScript declares outside of functions. */
export function readTypeScript(text: string, path: string): Outline {
  const tokens = scan(text, createLexis(!/\.[mc]?ts$/i.test(path)));
  const declared: Declared[] = [];
  const values = new Map<string, Declared[]>();
  const replaced = new Set<Declared>();
  /** Classes and functions, which may be given fields later. */
  const owners = new Set<string>();
  readStatements([0, tokens.size], '', 0);
  return { declared: declared.filter((one) => !replaced.has(one)), numbers: 'bits' };

  function readStatements([from, to]: Part, scope: string, depth: number): void {
    for (let at = from; at < to; ) {
      const next = readStatement(at, to, scope, depth);
      if (next <= at && isRun(at)) readRun(at, scope, depth);
      at = next > at ? next : tokens.close(at) + 1;
    }
  }

  /** Braces behind `if` and its like, and the parentheses of `forEach`; functions are read with their heads. */
  function isRun(at: number): boolean {
    if (tokens.is(at, '(')) return tokens.is(at - 1, 'forEach');
    return tokens.is(at, '{') && tokens.is(at - 1, ')', 'else', 'do', 'try', 'finally', ';', '}');
  }

  /** What such a part declares is its own; what it changes may be the file's. */
  function readRun(open: number, scope: string, depth: number, isOther = (_name: string) => false): void {
    const own = new Set<string>();
    const isOwn = (name: string) => own.has(name) || isOther(name);
    const isCallback = tokens.is(open, '(');
    for (let at = open + 1; at < tokens.close(open); ) {
      if (tokens.is(at, 'function') && !isCallback) at = behindFunction(at);
      else if (tokens.is(at, '=>') && tokens.is(at + 1, '{') && !isCallback) at = tokens.close(at + 1) + 1;
      else if (tokens.is(at, '(')) {
        if (isRun(at) && depth < deepest) readRun(at, scope, depth + 1, isOwn);
        at = tokens.close(at) + 1;
      } else {
        if (tokens.is(at - 1, ...variables)) own.add(tokens.word(at));
        if (tokens.kind(at) === 'name' && !isOwn(tokens.word(at)) && !tokens.is(at - 1, '.'))
          readAssignment(at, scope);
        at++;
      }
    }
  }

  function behindFunction(from: number): number {
    let at = from + 1;
    while (at < tokens.size && !tokens.is(at, '(', '{', ';')) at++;
    if (tokens.is(at, '(')) at = tokens.close(at) + 1;
    if (tokens.is(at, ':')) at = readType(tokens, at + 1, '')[1];
    return tokens.is(at, '{') ? tokens.close(at) + 1 : at;
  }

  /** The index behind a declaration, or the same one where none begins. */
  function readStatement(at: number, to: number, scope: string, depth: number): number {
    if (tokens.kind(at) !== 'name' || tokens.is(at - 1, '.')) return at;
    const word = tokens.word(at);
    const isNamed = tokens.kind(at + 1) === 'name';
    if (word === 'const' && tokens.is(at + 1, 'enum')) return at + 1;
    if (variables.includes(word)) return readVariables(at + 1, to, scope);
    if (word === 'enum' && isNamed && tokens.is(at + 2, '{')) return readEnum(at + 1, scope);
    if (word === 'type' && isNamed) return readAlias(at + 1, scope);
    if (word === 'interface' && isNamed) return readProperties(at + 1, to, scope);
    if (word === 'class') return readClass(at + 1, to, scope, depth);
    if (word === 'function') return readFunction(at, scope);
    if (word === 'export' && tokens.is(at + 1, '{')) return readExports(at + 1, scope);
    if (['namespace', 'module', 'global'].includes(word) && !tokens.is(at + 1, '.'))
      return readNamespace(at, to, scope, depth);
    if (word === 'default' && !tokens.is(at + 1, 'function', 'class', 'abstract', 'async', 'interface')) {
      return readInitial(at, at + 1, scope, undefined);
    }
    if (modifiers.has(word)) return at + 1;
    return readAssignment(at, scope);
  }

  function declare(
    at: number,
    scope: string,
    value: Expression,
    more: Partial<Declared> = {},
    name = tokens.word(at),
  ): void {
    push({ name: join(scope, name), span: tokens.span(at), value, ...more });
  }

  function push(one: Declared): void {
    declared.push(one);
    if (one.space === 'type') return;
    const pieces = values.get(one.name);
    if (pieces) pieces.push(one);
    else values.set(one.name, [one]);
  }

  function readFunction(at: number, scope: string): number {
    const name = tokens.is(at + 1, '*') ? at + 2 : at + 1;
    if (tokens.kind(name) === 'name') owners.add(join(scope, tokens.word(name)));
    return behindFunction(at);
  }

  /** `export { a as b }`; what comes from another file is not known here. */
  function readExports(open: number, scope: string): number {
    const close = tokens.close(open);
    if (tokens.is(close + 1, 'from')) return close + 1;
    for (const [start, end] of partsOf(tokens, open + 1, close)) {
      const own =
        tokens.is(start, 'type') && end > start + 1 && !tokens.is(start + 1, 'as') ? start + 1 : start;
      if (end !== own + 3 || !tokens.is(own + 1, 'as') || tokens.is(own + 2, 'default')) continue;
      declare(own + 2, scope, { name: tokens.word(own), in: scope });
    }
    return close + 1;
  }

  function readEnum(at: number, scope: string): number {
    const open = at + 1;
    const close = tokens.close(open);
    const own = join(scope, tokens.word(at));
    const members = readMembers(tokens, open, own);
    declare(at, scope, { members });
    return close + 1;
  }

  function readAlias(at: number, scope: string): number {
    const equals = tokens.is(at + 1, '<') ? behindTypes(tokens, at + 1) : at + 1;
    if (!tokens.is(equals, '=')) return at;
    const [value, next] = readType(tokens, equals + 1, scope);
    declare(at, scope, value, { space: 'type' });
    return next;
  }

  function readProperties(at: number, to: number, scope: string): number {
    const open = bodyOf(tokens, at, to);
    if (open === undefined) return at;
    declare(at, scope, { members: readInterface(tokens, at, open, scope) }, { space: 'type' });
    return tokens.close(open) + 1;
  }

  function readNamespace(at: number, to: number, scope: string, depth: number): number {
    const isGlobal = tokens.is(at, 'global');
    const open = findBody(tokens, at + 1, Math.min(to, at + 20), ';') ?? at;
    const isOne = isGlobal
      ? open === at + 1
      : /^(?:[\w$.]+|"[^"]*"|'[^']*')$/.test(tokens.between(at + 1, open));
    if (!tokens.is(open, '{') || !isOne || depth > deepest) return at;
    const inner = tokens.kind(at + 1) === 'name' ? tokens.between(at + 1, open) : '';
    readStatements([open + 1, tokens.close(open)], [scope, inner].filter(Boolean).join('.'), depth + 1);
    return tokens.close(open) + 1;
  }

  /** What a class holds by itself, its name in front. */
  function readClass(at: number, to: number, scope: string, depth: number): number {
    const open = bodyOf(tokens, at, to);
    if (open === undefined || depth > deepest) return at;
    const name = tokens.kind(at) === 'name' && !tokens.is(at, 'extends') ? tokens.word(at) : '';
    if (name !== '') owners.add(join(scope, name));
    const close = tokens.close(open);
    for (let inside = open + 1; inside < close; ) {
      let key = inside + 1;
      while (tokens.is(key, ...fieldModifiers) && tokens.kind(key + 1) === 'name') key++;
      const isField =
        tokens.is(inside, 'static') && tokens.kind(key) === 'name' && tokens.is(key + 1, '=', ':');
      inside = isField
        ? readVariables(key, close, [scope, name].filter(Boolean).join('.'))
        : tokens.close(inside) + 1;
    }
    return close + 1;
  }

  /** `A = 'a', B: T = 'b'` */
  function readVariables(from: number, to: number, scope: string): number {
    let at = from;
    for (;;) {
      const isNamed = tokens.kind(at) === 'name';
      let next = tokens.close(at) + 1;
      if (tokens.is(next, '!')) next++;
      const typeAt = tokens.is(next, ':') ? next + 1 : undefined;
      const [type, behind] = typeAt === undefined ? [undefined, next] : readType(tokens, typeAt, scope);
      if (tokens.is(behind, '=')) {
        const isName = type !== undefined && typeof type !== 'string' && 'name' in type && !('or' in type);
        const named = isName ? { type: tokens.between(typeAt ?? behind, behind) } : undefined;
        next = isNamed ? readInitial(at, behind + 1, scope, named) : readValue(tokens, behind + 1, scope)[1];
      } else {
        if (isNamed && type !== undefined) declare(at, scope, type, { space: 'value' });
        next = behind;
      }
      next = behindRest(next, to);
      if (!tokens.is(next, ',') || next >= to) return next;
      at = next + 1;
    }
  }

  function readInitial(
    name: number,
    from: number,
    scope: string,
    more: Partial<Declared> | undefined,
  ): number {
    const [value, next] = readValue(tokens, from, scope);
    const isItself = typeof value === 'object' && 'name' in value && value.name === tokens.word(name);
    const read = endsBefore(tokens, next) ? value : notPlain;
    if (!isItself) declare(name, scope, read, { ...more, space: 'value' });
    return next;
  }

  /** Where an expression ends that was not understood. */
  function behindRest(from: number, to: number): number {
    let at = from;
    while (at < to && !endsBefore(tokens, at)) at = tokens.close(at) + 1;
    return at;
  }

  /** `exports.A = exports.B = 'a'`, `module.exports = {…}`, and what changes a value that is known. */
  function readAssignment(at: number, scope: string): number {
    const base = tokens.is(at, 'module') && tokens.is(at + 1, '.') ? at + 2 : at;
    if (tokens.is(base, 'exports')) {
      if (tokens.is(base + 1, '=')) return readModule(base + 2, scope);
      const names: number[] = [];
      let value = base;
      for (; tokens.is(value, 'exports') && tokens.is(value + 3, '='); value += 4) names.push(value + 2);
      const ends = names.map((name) => readInitial(name, value, scope, undefined));
      return names.length === 0 ? at : behindRest(ends[0] as number, tokens.size);
    }
    const change = readChange(tokens, at, scope);
    const [known] = (change && values.get(change.name)) ?? [];
    if (change && known) {
      if (isAnew(change)) for (const piece of values.get(change.name) ?? []) replaced.add(piece);
      push(isObject(change) && !isObject(known) ? { ...change, value: partOf(change) } : change);
    } else if (change && owners.has(change.name)) declareField(change);
    return at;
  }

  /** The entries of an object that a module exports are names of the file. */
  function readModule(from: number, scope: string): number {
    if (!tokens.is(from, '{')) return from;
    const [value, next] = readValue(tokens, from, scope);
    for (const member of typeof value === 'object' && 'members' in value ? value.members : []) {
      if (!('value' in member) || member.name === undefined || values.has(join(scope, member.name))) continue;
      const isItself =
        typeof member.value === 'object' && 'name' in member.value && member.value.name === member.name;
      if (!isItself)
        push({ name: join(scope, member.name), span: member.span, value: member.value, space: 'value' });
    }
    return next;
  }

  /** `Class.NAME = 'a'` */
  function declareField({ name, value }: Declared): void {
    if (typeof value !== 'object' || !('members' in value)) return;
    const [member] = value.members;
    if (member && 'value' in member && member.name !== undefined)
      push({ name: `${name}.${member.name}`, span: member.span, value: member.value, space: 'value' });
  }
}

function isAnew({ value }: Declared): boolean {
  return typeof value === 'object' && 'unread' in value;
}

/** An entry of what may be no object: which value that makes is not known. */
function partOf({ name, span }: Declared): Expression {
  return { members: [{ span, label: name, value: { unread: 'a part of it is given another value' } }] };
}

function isObject({ value }: Declared): boolean {
  return typeof value === 'object' && 'members' in value && value.keyed === true;
}

function join(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
