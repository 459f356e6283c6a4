import { once } from '../../../../src/rule.js';
import { type Declared, deepest, type Outline } from '../shared/outline.js';
import { findMark, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { readEnumerators } from './enums.js';
import { lexis } from './lexis.js';
import { readValue } from './values.js';

const types = ['class', 'struct', 'union'];
const define = once(() => /^#\s*define\s+([\p{L}_]\w*)(?!\()[ \t]+(?=\S)/u);
const longestHead = 1000;
const longestType = 60;
const macroEnums = ['NS_ENUM', 'NS_OPTIONS', 'NS_CLOSED_ENUM', 'NS_ERROR_ENUM', 'CF_ENUM', 'CF_OPTIONS'];

/** Reads the enums, constants and macros that a file of C or C++ declares outside of functions. */
export function readC(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  const macros = new Set<string>();
  for (let at = 0; at < tokens.size; at++) if (tokens.kind(at) === 'own') readDefine(at);
  readBody([0, tokens.size], '', 0);
  return { declared };

  /** `#define NAME value` */
  function readDefine(at: number): void {
    const word = tokens.word(at);
    const match = define().exec(word);
    const [start] = tokens.span(at);
    const name = match?.[1] ?? '';
    if (!match) return;
    const value = scan(word.slice(match[0].length), lexis);
    if (value.size === 0) return;
    if (value.size > 1 || value.word(0) !== name) macros.add(name);
    const from = start + word.indexOf(name, word.indexOf('define') + 6);
    declared.push({ name, span: [from, from + name.length], value: readValue(value, [0, value.size], '') });
  }

  function readBody([from, to]: Part, scope: string, depth: number): void {
    let isCall = false;
    for (let at = from; at < to; ) {
      const next: number = depth > deepest ? at : readItem(at, to, scope, depth, isCall);
      isCall = next <= at && !tokens.is(at, ';', '{') && (isCall || tokens.is(at, '('));
      at = next > at ? next : tokens.close(at) + 1;
    }
  }

  /** The index behind something of interest, or the same one. */
  function readItem(at: number, to: number, scope: string, depth: number, isCall: boolean): number {
    if (tokens.kind(at) !== 'name' || tokens.is(at - 1, '::', '.', '->', 'friend')) return at;
    if (tokens.is(at, 'enum')) return readEnum(at, to, scope);
    if (tokens.is(at, ...macroEnums) && tokens.is(at + 1, '(')) return readMacroEnum(at, scope);
    if (tokens.is(at, 'using', 'goto')) return findMark(tokens, at, to, ';');
    const isLinked = tokens.is(at, 'extern') && tokens.kind(at + 1) === 'text';
    if (isLinked && !tokens.is(at + 2, '{')) return at + 2;
    if (tokens.is(at, 'namespace') || isLinked) return readInner(at, to, scope, depth);
    if (tokens.is(at, ...types) && !tokens.is(at - 1, '<', ',', 'enum'))
      return readInner(at, to, scope, depth);
    return readVariable(at, to, scope, isCall);
  }

  function readInner(at: number, to: number, scope: string, depth: number): number {
    const open = bodyOf(at + 1, to);
    if (open === undefined) return at;
    const name = nameBefore(at + 1, open);
    const close = tokens.close(open);
    readBody([open + 1, close], [scope, name].filter(Boolean).join('.'), depth + 1);
    return close + 1;
  }

  /** The brace that begins the body of a type or a namespace; undefined where there is none, as for a function. */
  function bodyOf(from: number, to: number): number | undefined {
    for (let at = from, isBase = false; at < Math.min(to, from + longestHead); at = tokens.close(at) + 1) {
      if (tokens.is(at, '{')) return at;
      isBase ||= tokens.is(at, ':');
      const isMacro = tokens.is(at, '(') && /^(?:[A-Z_\d]+|alignas|__\w+)$/.test(tokens.word(at - 1));
      const isHead =
        isMacro ||
        ['name', 'text', 'own'].includes(tokens.kind(at)) ||
        tokens.is(at, '::', '[', ':', '<', '>');
      if (!isHead && !(isBase && tokens.is(at, ',', '(', '...', '&&', '*'))) return undefined;
    }
    return undefined;
  }

  /** The name of a type or a namespace: the last one before its base classes, without what macros add. */
  function nameBefore(from: number, to: number): string {
    const names: string[] = [];
    for (let at = from; at < to && !tokens.is(at, ':', '<'); at = tokens.close(at) + 1) {
      const isName =
        tokens.kind(at) === 'name' &&
        !tokens.is(at, 'final', 'inline', 'class', 'struct') &&
        !tokens.is(at + 1, '(');
      if (isName && tokens.is(at - 1, '::') && names.length > 0)
        names.push(`${names.pop()}.${tokens.word(at)}`);
      else if (isName) names.push(tokens.word(at));
    }
    return names.at(-1) ?? '';
  }

  function readEnum(at: number, to: number, scope: string): number {
    const open = bodyOf(at + 1, to);
    if (open === undefined) return at;
    const close = tokens.close(open);
    const own = nameBefore(at + 1, open);
    const alias = tokens.is(at - 1, 'typedef') && tokens.kind(close + 1) === 'name' ? close + 1 : undefined;
    const place = own === '' ? alias : lastName(at + 1, open, own);
    const isScoped = tokens.is(at + 1, 'class', 'struct');
    const name = own === '' ? (alias === undefined ? '' : join(scope, tokens.word(alias))) : join(scope, own);
    const members = readEnumerators(tokens, [open + 1, close], name === '' ? scope : name, macros);
    declared.push({
      name,
      span: tokens.span(place ?? at),
      value: { members },
      ...(isScoped ? {} : { open: true }),
    });
    if (alias !== undefined) readAliases(alias, to, scope, own === '' ? tokens.word(alias) : own);
    return close + 1;
  }

  /** The names behind a type, without those of pointers and arrays of it. */
  function readAliases(from: number, to: number, scope: string, own: string): void {
    for (const [start, end] of partsOf(
      tokens,
      from,
      findMark(tokens, from, Math.min(to, from + longestType), ';'),
    )) {
      const label = tokens.word(start);
      if (end !== start + 1 || tokens.kind(start) !== 'name' || label === own) continue;
      const all = { span: tokens.span(start), label: own, all: { name: join(scope, own) } };
      declared.push({ name: join(scope, label), span: all.span, value: { members: [all] } });
    }
  }

  function lastName(from: number, to: number, name: string): number {
    const last = name.slice(name.lastIndexOf('.') + 1);
    for (let at = from; at < to; at++) if (tokens.is(at, last)) return at;
    return from;
  }

  /** `NS_ENUM(NSInteger, Name) {…}` */
  function readMacroEnum(at: number, scope: string): number {
    const close = tokens.close(at + 1);
    const [, name] = partsOf(tokens, at + 2, close);
    if (!name || !tokens.is(close + 1, '{')) return at;
    const members = readEnumerators(tokens, [close + 2, tokens.close(close + 1)], scope, macros);
    declared.push({
      name: join(scope, tokens.word(name[0])),
      span: tokens.span(name[0]),
      value: { members },
      open: true,
    });
    return tokens.close(close + 1) + 1;
  }

  /** Whether a type that ends at an index is an `array<…>`. */
  function isArray(end: number): boolean {
    if (!tokens.is(end, '>')) return tokens.is(end, 'array');
    let [at, level] = [end, 0];
    for (; at > 0 && end - at < longestType; at--) {
      if (tokens.is(at, '>')) level++;
      else if (tokens.is(at, '<') && --level === 0) break;
    }
    return tokens.is(at - 1, 'array');
  }

  /** `T name = x`, `T name[] = {…}`, `T name{…}` */
  function readVariable(at: number, to: number, scope: string, isCall: boolean): number {
    let next = at + 1;
    while (tokens.is(next, '[')) next = tokens.close(next) + 1;
    const hasType = tokens.kind(at - 1) === 'name' || tokens.is(at - 1, '>', '*', '&', ']');
    const isBraced =
      tokens.is(next, '{') &&
      hasType &&
      !isCall &&
      !tokens.is(at, 'const', 'override', 'noexcept', 'do', 'else', 'try');
    const isGiven =
      tokens.is(next, '=') && !tokens.is(at, 'operator') && !tokens.is(at - 1, 'typename', 'class');
    if (!isBraced && !isGiven) return at;
    const start = isGiven ? next + 1 : next;
    const end = isGiven ? findMark(tokens, start, to, ',', ';') : tokens.close(next) + 1;
    const value = readValue(tokens, [start, end], scope);
    const type = tokens.kind(at - 1) === 'name' ? { type: tokens.word(at - 1) } : {};
    declared.push({
      name: join(scope, tokens.word(at)),
      span: tokens.span(at),
      value: single(value, tokens.is(next, '{') && next === at + 1, isArray(at - 1)),
      ...type,
    });
    return end;
  }
}

/** `std::string name{"x"}` is one text; `std::array name{{"x"}}` has braces of its own around its elements. */
function single(value: Declared['value'], isBraced: boolean, isArray: boolean): Declared['value'] {
  if (typeof value === 'string' || !('members' in value) || value.members.length !== 1) return value;
  const [only] = value.members;
  if (!only || !('value' in only)) return value;
  if (isArray && typeof only.value === 'object' && 'members' in only.value) return only.value;
  return isBraced && typeof only.value === 'string' ? only.value : value;
}

function join(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}
