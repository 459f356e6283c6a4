import type { Read } from '../shared/operators.js';
import type { Declared, Expression, Member, Outline } from '../shared/outline.js';
import { findBody, labelOf, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { successor } from '../shared/successor.js';
import { endsBefore } from './ends-before.js';
import { createLexis } from './lexis.js';
import { readObjectType } from './object-types.js';
import { keyOf } from './objects.js';
import { behindTypes, readType } from './types.js';
import { readValue } from './values.js';

const variables = ['const', 'let', 'var'];
const modifiers = new Set(['export', 'declare', 'default', 'abstract', 'async', 'const']);
const changes = new Set([
  'push',
  'unshift',
  'add',
  'set',
  'delete',
  'splice',
  'pop',
  'shift',
  'clear',
  'append',
]);
const notPlain: Expression = { unread: 'its expression is more than texts, names and `+`' };
const deepest = 40;

/** Reads the enums, types and constants that a file of TypeScript or JavaScript declares outside of functions. */
export function readTypeScript(text: string, path: string): Outline {
  const tokens = scan(text, createLexis(!/\.[mc]?ts$/i.test(path)));
  const declared: Declared[] = [];
  readStatements([0, tokens.size], '', 0);
  return { declared };

  function readStatements([from, to]: Part, scope: string, depth: number): void {
    for (let at = from; at < to; ) {
      const next = readStatement(at, to, scope, depth);
      at = next > at ? next : tokens.close(at) + 1;
    }
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
    if (word === 'interface' && isNamed) return readInterface(at + 1, to, scope);
    if (word === 'class') return readClass(at + 1, to, scope, depth);
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
    declared.push({ name: scope === '' ? name : `${scope}.${name}`, span: tokens.span(at), value, ...more });
  }

  function readEnum(at: number, scope: string): number {
    const open = at + 1;
    const close = tokens.close(open);
    const own = scope === '' ? tokens.word(at) : `${scope}.${tokens.word(at)}`;
    const members: Member[] = [];
    let value: Expression = { number: '-1' };
    for (const part of partsOf(tokens, open + 1, close)) {
      const [start, end] = part;
      if (start >= end) continue;
      const next = tokens.close(start) + 1;
      const [given, behind]: Read = tokens.is(next, '=')
        ? readValue(tokens, next + 1, own)
        : [successor(value), end];
      value = behind >= end ? given : { unread: 'its expression cannot be understood' };
      const key = keyOf(tokens, start, labelOf(tokens, part), ([at]) => readValue(tokens, at, own)[0]);
      members.push({ span: tokens.span(start), ...key, value });
    }
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

  function readInterface(at: number, to: number, scope: string): number {
    const open = findBody(tokens, at, to, ';');
    if (open === undefined) return at;
    declare(
      at,
      scope,
      { members: readObjectType(tokens, [open + 1, tokens.close(open)]) },
      { space: 'type' },
    );
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
    const open = findBody(tokens, at, to, ';');
    if (open === undefined || depth > deepest) return at;
    const name = tokens.kind(at) === 'name' && !tokens.is(at, 'extends') ? tokens.word(at) : '';
    const close = tokens.close(open);
    for (let inside = open + 1; inside < close; ) {
      const key = inside + 1;
      const isField =
        tokens.is(inside, 'static', 'readonly') &&
        tokens.kind(key) === 'name' &&
        tokens.is(key + 1, '=', ':');
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

  /** `exports.A = 'a'`, and calls that change a set. */
  function readAssignment(at: number, scope: string): number {
    const base = tokens.is(at, 'module') && tokens.is(at + 1, '.') ? at + 2 : at;
    if (tokens.is(base, 'exports') && tokens.is(base + 1, '.') && tokens.is(base + 3, '=')) {
      return behindRest(readInitial(base + 2, base + 4, scope, undefined), tokens.size);
    }
    if (tokens.is(at + 1, '.') && changes.has(tokens.word(at + 2)) && tokens.is(at + 3, '(')) {
      const label = labelOf(tokens, [at, tokens.close(at + 3) + 1]);
      const value: Expression = { unread: 'a call changes the set' };
      declare(at, scope, { members: [{ span: tokens.span(at), label, value }] }, { space: 'value' });
    }
    return at;
  }
}
