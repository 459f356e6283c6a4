import { formOf, headOf, otherForm, readAnnotations, renamed } from '../jvm/annotations.js';
import { readChanges } from '../jvm/changes.js';
import { type Declared, deepest, type Expression, type Member, type Outline } from '../shared/outline.js';
import { findBody, findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { lexis } from './lexis.js';
import { readValue } from './values.js';

const severalArguments: Expression = { unread: 'its constructor takes any number of them' };
const types = ['class', 'interface', 'record', 'enum'];

/** Reads the enums and constants that a file of Java declares outside of methods. */
export function readJava(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  const changes: Declared[] = [];
  readBody([0, tokens.size], '', false, 0);
  const names = new Set(declared.map(({ name }) => name));
  return { declared: [...declared, ...changes.filter(({ name }) => names.has(name))] };

  /** In an interface every field is a constant. */
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
      } else if (tokens.is(at, 'static') && tokens.is(at + 1, '{')) {
        changes.push(...readChanges(tokens, [at + 2, tokens.close(at + 1)], scope));
        at = tokens.close(at + 1) + 1;
        start = at;
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
    const body = tokens.is(at, 'enum')
      ? readEnum(at + 1, inner, name, formOf(tokens, [headOf(tokens, at), at]))
      : inner[0];
    readBody([body, close], name, tokens.is(at, 'interface'), depth + 1);
    return close + 1;
  }

  /** The index behind the constants. */
  function readEnum(at: number, [from, to]: Part, name: string, ofHead: string | undefined): number {
    const end = findMark(tokens, from, to, ';');
    const form = ofHead ?? formOf(tokens, [end, to]);
    const parameters = parametersOf([end, to], tokens.word(at));
    const members = partsOf(tokens, from, end).flatMap((part): Member[] => {
      const { next, renames } = readAnnotations(tokens, part, (inner) => readValue(tokens, inner, name));
      if (tokens.kind(next) !== 'name' || next >= part[1]) return [];
      const own = tokens.word(next);
      const args = tokens.is(next + 1, '(') ? partsOf(tokens, next + 2, tokens.close(next + 1)) : [];
      const rest = parameters.findIndex(({ isRest }) => isRest);
      const argument = {
        members: args.map((part, index) =>
          rest >= 0 && index >= rest
            ? { ...argumentOf(part, parameters[rest]?.name, name), value: severalArguments }
            : argumentOf(part, parameters[index]?.name, name),
        ),
      };
      const forms = args.length > 0 ? { forms: { argument } } : {};
      const value = form === undefined || renames.length > 0 ? renamed(own, renames) : otherForm(form);
      return [{ span: tokens.span(next), name: own, value, ...forms }];
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
  function parametersOf([from, to]: Part, name: string): { name: string; isRest: boolean }[] {
    const found: number[] = [];
    for (let at = from; at < to; at = tokens.close(at) + 1) {
      if (tokens.is(at, name) && tokens.is(at + 1, '(') && !tokens.is(at - 1, 'new', '.')) found.push(at + 1);
    }
    const [open, other] = found;
    if (open === undefined || other !== undefined) return [];
    return partsOf(tokens, open + 1, tokens.close(open)).map(([, end]) => ({
      name: tokens.word(end - 1),
      isRest: tokens.is(end - 2, '...'),
    }));
  }

  /** `static final String A = "a", B = "b";` */
  function readFields([from, to]: Part, equals: number, scope: string, isInterface: boolean): void {
    const has = (word: string) => findMark(tokens, from, equals, word) < equals;
    if (!isInterface && !(has('final') && has('static'))) return;
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
