import { readAnnotations, renamed } from '../jvm/annotations.js';
import { type Declared, deepest, type Expression, type Member, type Outline } from '../shared/outline.js';
import { findBody, findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { lexis } from './lexis.js';
import { readValue } from './values.js';

const types = ['class', 'interface', 'record', 'enum'];

/** Reads the enums and constants that a file of Java declares outside of methods. */
export function readJava(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  readBody([0, tokens.size], '', false, 0);
  return { declared };

  function readBody([from, to]: Part, scope: string, isInterface: boolean, depth: number): void {
    let start = from;
    for (let at = from; at < to; ) {
      if (tokens.is(at, ...types) && tokens.kind(at + 1) === 'name' && !tokens.is(at - 1, '.')) {
        at = readType(at, to, scope, depth);
        start = at;
      } else if (tokens.is(at, '=')) {
        const end = findMark(tokens, at, to, ';');
        readFields([start, end], at, scope, isInterface);
        at = end;
      } else {
        const isEnd = tokens.is(at, ';', '{', '}');
        at = tokens.close(at) + 1;
        if (isEnd) start = at;
      }
    }
  }

  function readType(at: number, to: number, scope: string, depth: number): number {
    const open = findBody(tokens, at, to, ';');
    if (open === undefined || depth > deepest) return at + 1;
    const close = tokens.close(open);
    const name = scope === '' ? tokens.word(at + 1) : `${scope}.${tokens.word(at + 1)}`;
    const inner: Part = [open + 1, close];
    const body = tokens.is(at, 'enum') ? readEnum(at + 1, inner, name) : inner[0];
    readBody([body, close], name, tokens.is(at, 'interface'), depth + 1);
    return close + 1;
  }

  /** The index behind the constants. */
  function readEnum(at: number, [from, to]: Part, name: string): number {
    const end = findMark(tokens, from, to, ';');
    const parameters = parametersOf([end, to], tokens.word(at));
    const members = partsOf(tokens, from, end).flatMap((part): Member[] => {
      const { next, renames } = readAnnotations(tokens, part, (inner) => readValue(tokens, inner, name));
      if (tokens.kind(next) !== 'name' || next >= part[1]) return [];
      const own = tokens.word(next);
      const args = tokens.is(next + 1, '(') ? partsOf(tokens, next + 2, tokens.close(next + 1)) : [];
      const argument = { members: args.map((part, index) => argumentOf(part, parameters[index], name)) };
      const forms = args.length > 0 ? { forms: { argument } } : {};
      return [{ span: tokens.span(next), name: own, value: renamed(own, renames), ...forms }];
    });
    declared.push({ name, span: tokens.span(at), value: { members } });
    return end;
  }

  function argumentOf(part: Part, name: string | undefined, scope: string): Member {
    const value = readValue(tokens, part, scope);
    return {
      span: tokens.span(part[0]),
      label: labelOf(tokens, part),
      ...(name === undefined ? {} : { name }),
      value,
    };
  }

  /** The names of what the only constructor takes. */
  function parametersOf([from, to]: Part, name: string): string[] {
    const found: number[] = [];
    for (let at = from; at < to; at = tokens.close(at) + 1) {
      if (tokens.is(at, name) && tokens.is(at + 1, '(') && !tokens.is(at - 1, 'new', '.')) found.push(at + 1);
    }
    const [open, other] = found;
    if (open === undefined || other !== undefined) return [];
    return partsOf(tokens, open + 1, tokens.close(open)).map(([, end]) => tokens.word(end - 1));
  }

  /** `static final String A = "a", B = "b";` */
  function readFields([from, to]: Part, equals: number, scope: string, isInterface: boolean): void {
    let isConstant = isInterface;
    for (let at = from; at < equals; at = tokens.close(at) + 1) isConstant ||= tokens.is(at, 'final');
    if (!isConstant) return;
    const type = tokens.kind(equals - 2) === 'name' ? { type: tokens.word(equals - 2) } : {};
    for (const [start, end] of partsOf(tokens, equals - 1, to)) {
      const mark = findMark(tokens, start, end, '=');
      if (mark >= end) continue;
      const value: Expression = readValue(tokens, [mark + 1, end], scope);
      const at = tokens.is(mark - 1, ']') ? mark - 3 : start;
      const own = tokens.word(at);
      declared.push({ name: scope === '' ? own : `${scope}.${own}`, span: tokens.span(at), value, ...type });
    }
  }
}
