import { code, type Span } from '../../../../src/rule.js';
import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

type Whole = (part: Part) => Expression;

/** Functions that give what they are given, as far as values go. */
const givesFirst = new Set(['Object.freeze', 'Object.seal', 'String']);
const givesElements = new Set(['Object.values', 'Array.from']);
/** Of schema libraries: what is given declares the values. */
const declares = new Set([
  'enum',
  'nativeEnum',
  'picklist',
  'literal',
  'object',
  'strictObject',
  'looseObject',
]);
const keeps = new Set(
  `optional nullable nullish default catch describe brand readonly meta openapi strict register prefault
   sort reverse toSorted toReversed keys slice`.split(/\s+/),
);

/** What a call of a name gives. */
export function readCall(
  tokens: Tokens,
  path: string,
  nameOf: (path: string) => Expression,
  args: readonly Part[],
  whole: Whole,
): Expression {
  const [first, second] = args;
  if (first && !second && givesFirst.has(path)) return whole(first);
  if (first && !second && givesElements.has(path)) return { worths: { elements: whole(first) } };
  if (first && path === 'Object.keys') return { names: whole(first) };
  const dot = path.lastIndexOf('.');
  if (dot < 0) return { unread: `it is made by a call of ${code(path)}` };
  const method = path.slice(dot + 1);
  const name = method[0]?.toLowerCase() + method.slice(1);
  if (first && !(second && name === 'literal') && declares.has(name)) return whole(first);
  if (name === 'union' || name === 'literal') return { members: unionOf(tokens, args, whole) };
  return readMethod(tokens, nameOf(path.slice(0, dot)), method, args, whole, undefined, path);
}

/** `[a, b]` or `a, b`, each of which may be several values. */
function unionOf(tokens: Tokens, args: readonly Part[], whole: Whole): Member[] {
  const [first] = args;
  const isList = first && tokens.is(first[0], '[');
  const parts = isList ? partsOf(tokens, first[0] + 1, tokens.close(first[0])) : args;
  return parts.map((part) => ({
    span: tokens.span(part[0]),
    label: labelOf(tokens, part),
    all: whole(part),
  }));
}

/** What a method gives; `literal` is the place of the text whose method it is. */
export function readMethod(
  tokens: Tokens,
  of: Expression,
  method: string,
  args: readonly Part[],
  whole: Whole,
  literal: Span | undefined,
  path = `….${method}`,
): Expression {
  const [first] = args;
  if (first && method === 'exclude') return { of, without: whole(first) };
  if (first && method === 'extract') return { of, within: whole(first) };
  if (first && method === 'concat') return { op: '+', terms: [of, ...args.map(whole)] };
  if (first && method === 'or')
    return { members: [of, whole(first)].map((all) => ({ span: tokens.span(first[0]), label: path, all })) };
  if (method === 'values' && !first) return { worths: of };
  if (first && args.length === 1 && method === 'split' && literal && typeof of === 'string')
    return split(of, whole(first), literal);
  if (keeps.has(method) && (method !== 'slice' || !first)) return of;
  return { unread: `it is made by a call of ${code(path)}` };
}

function split(text: string, separator: Expression, span: Span): Expression {
  if (typeof separator !== 'string') return { unread: 'it is cut at something that is no plain text' };
  return { members: text.split(separator).map((value) => ({ span, value })) };
}
