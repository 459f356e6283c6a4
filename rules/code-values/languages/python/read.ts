import type { Declared, Expression, Member, Outline } from '../shared/outline.js';
import { findMark, labelOf, type Part, partsOf } from '../shared/parts.js';
import { scan } from '../shared/scan.js';
import { type ClassKind, isMember, kindOf, memberOf, readGenerator, remade } from './classes.js';
import { lexis } from './lexis.js';
import { statementsOf } from './statements.js';
import { readValue } from './values.js';

const blocks = new Set('if elif else try except finally with for while match case async'.split(' '));
/** Those of them that no name can be, and that may stand before a colon by themselves. */
const bare = new Set('else try except finally'.split(' '));
const adds = new Set('append add extend update insert setdefault appendleft extendleft'.split(' '));
const takes = new Set(
  'remove discard pop popitem clear difference_update intersection_update symmetric_difference_update'.split(
    ' ',
  ),
);

const isAlias = /(?:^|\.)TypeAlias$/;

/** What a statement stands in: `hidden` for a function and for what never runs. */
interface Around {
  readonly indent: number;
  readonly scope: string;
  readonly hidden: boolean;
  /** Whether it may run or not, or many times. */
  readonly isBranch?: true;
  readonly inClass?: ClassKind & { readonly members: Member[] };
}

/** Reads the classes, types and constants that a file of Python declares outside of functions. */
export function readPython(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  const pieces = new Map<string, Declared[]>();
  const replaced = new Set<Declared>();
  const makers = new Map<Declared, ClassKind>();
  /** Names that another file gives, as long as nothing here takes their place. */
  const imported = new Map<string, Declared>();
  const kinds = new Map<string, ClassKind>();
  const stack: Around[] = [];
  const top: Around = { indent: -1, scope: '', hidden: false };
  let generator: Around | undefined;
  for (const { indent, part } of statementsOf(tokens)) {
    while ((stack.at(-1)?.indent ?? -1) >= indent) stack.pop();
    const around = stack.at(-1) ?? top;
    if (generator && around === generator) readReturn(part);
    else {
      for (const simple of partsOf(tokens, ...part, ';')) readStatement(simple, indent, stack.at(-1) ?? top);
    }
  }
  for (const [name, one] of imported) if (pieces.has(name)) declared.push(one);
  return { declared: declared.filter((one) => !replaced.has(one)).map(asMade), numbers: 'large' };

  function asMade(one: Declared): Declared {
    const { value } = one;
    const isRemade = makers.get(one)?.isRemade === true && typeof value === 'object' && 'members' in value;
    return isRemade ? { ...one, value: { members: value.members.map(remade) } } : one;
  }

  function readStatement(part: Part, indent: number, around: Around): void {
    const [at] = part;
    const word = tokens.word(at);
    if (word === 'class' && tokens.kind(at + 1) === 'name') readClass(part, indent, around);
    else if (word === 'def' || (word === 'async' && tokens.is(at + 1, 'def')))
      readFunction(part, indent, around);
    else if (isBlock(part)) {
      const never =
        (word === 'if' || word === 'elif') && tokens.is(at + 1, 'False', '0') && tokens.is(at + 2, ':');
      enter(part, { ...around, indent, hidden: around.hidden || never, isBranch: true });
    } else readSimple(part, around);
  }

  function isBlock([at, to]: Part): boolean {
    const word = tokens.word(at);
    if (tokens.is(at + 1, ':')) return bare.has(word);
    return blocks.has(word) && findMark(tokens, at, to, ':') < to && !tokens.is(at + 1, '=', '.');
  }

  /** What a header has on its own line cannot have a header of its own. */
  function enter([at, to]: Part, inside: Around): void {
    stack.push(inside);
    const colon = findMark(tokens, at, to, ':');
    if (colon + 1 < to) readSimple([colon + 1, to], inside);
  }

  function readSimple(part: Part, around: Around): void {
    const [at, to] = part;
    if (around === generator) readReturn(part);
    if (around.hidden || tokens.kind(at) !== 'name') return;
    if (tokens.is(at, 'from', 'import')) readImport(part, around);
    else if (tokens.is(at, 'type') && tokens.kind(at + 1) === 'name') {
      const equals = findMark(tokens, at + 2, to, '=');
      if (equals < to) declare(at + 1, around, [equals + 1, to]);
    } else readAssignment(part, around);
  }

  /** What a name stands for that is given here and in another file cannot be known. */
  function readImport([from, to]: Part, around: Around): void {
    const start = findMark(tokens, from, to, 'import') + 1;
    const inner: Part = tokens.is(start, '(') ? [start + 1, tokens.close(start)] : [start, to];
    for (const [, end] of partsOf(tokens, ...inner)) {
      const at = end - 1;
      if (tokens.kind(at) !== 'name' || around.inClass) continue;
      if (!around.isBranch) forget(at, around);
      const [name, span] = [tokens.word(at), tokens.span(at)];
      const value = { unread: 'another file may give it' };
      imported.set(name, { name, span, value: { members: [{ span, label: `import ${name}`, value }] } });
    }
  }

  function readFunction(part: Part, indent: number, around: Around): void {
    const inside = { ...around, indent, hidden: true };
    if (!around.hidden && around.inClass && tokens.is(part[0] + 1, '_generate_next_value_')) {
      around.inClass.generate = () => ({ unread: '`_generate_next_value_` makes it' });
      generator = inside;
    }
    if (around.inClass?.isEnum && tokens.is(part[0] + 1, '__new__')) around.inClass.isRemade = true;
    enter(part, inside);
  }

  /** The first `return` of the function that makes the values of an enum. */
  function readReturn(part: Part): void {
    if (!tokens.is(part[0], 'return') || !generator?.inClass) return;
    const made = readGenerator(tokens, part);
    if (made) generator.inClass.generate = made;
    generator = undefined;
  }

  function readClass([at, to]: Part, indent: number, around: Around): void {
    const name = joined(around.scope, tokens.word(at + 1));
    let next = at + 2;
    if (tokens.is(next, '[')) next = tokens.close(next) + 1;
    const bases = tokens.is(next, '(')
      ? partsOf(tokens, next + 1, tokens.close(next)).map((base) => tokens.between(...base))
      : [];
    const kind = { ...kindOf(bases, kinds) };
    const members: Member[] = [];
    if (!around.hidden) {
      kinds.set(tokens.word(at + 1), kind);
      if (!around.isBranch) forget(at + 1, around);
      const own = { name, span: tokens.span(at + 1), value: { members } };
      makers.set(own, kind);
      add(own);
    }
    const inClass = Object.assign(kind, { members });
    enter([at, to], { indent, scope: name, hidden: around.hidden, inClass });
  }

  /** `A = B = x`, `A: T = x`, `A += x`, `A, B = x, y`, `A[k] = x`, `A.append(x)` */
  function readAssignment([from, to]: Part, around: Around): void {
    const colon = tokens.is(from + 1, ':') ? from + 1 : undefined;
    const equals = findMark(tokens, colon ?? from, to, '=');
    if (colon !== undefined && around.inClass?.isEnum === false) readField(from, [colon + 1, equals], around);
    if (tokens.is(from + 1, '+=', '|=')) declare(from, around, [from + 2, to]);
    else if (equals < to && tokens.is(from + 1, '[')) readEntry([from, to], equals, around);
    else if (equals < to && colon !== undefined)
      declare(from, around, [equals + 1, to], typeOf([colon + 1, equals]));
    else if (equals < to) readTargets(partsOf(tokens, from, to, '='), around);
    else if (colon !== undefined && around.inClass && !around.inClass.isEnum) declare(from, around);
    else readChange([from, to], around);
  }

  /** The values that a field may have, as its type says. */
  function readField(at: number, type: Part, around: Around): void {
    const value = readValue(tokens, type, around.scope);
    const isPlain = typeof value === 'object' && !('unread' in value) && !('name' in value);
    if (isPlain && /\bLiteral\b/.test(tokens.between(...type))) push(at, around, value);
  }

  /** Several targets with one value behind them; a target may be several names. */
  function readTargets(parts: readonly Part[], around: Around): void {
    const value = parts.at(-1) as Part;
    for (const [from, to] of parts.slice(0, -1)) {
      const names = partsOf(tokens, from, to);
      const values = names.length === 1 ? [value] : partsOf(tokens, ...value);
      for (const [index, [name, end]] of names.entries()) {
        const part = values.length === names.length ? values[index] : undefined;
        if (part && tokens.kind(name) === 'name' && end === name + 1) declare(name, around, part);
      }
    }
  }

  function readEntry(part: Part, equals: number, around: Around): void {
    const [from, to] = part;
    const close = tokens.close(from + 1);
    if (close + 1 !== equals || around.inClass) return;
    const key = readValue(tokens, [from + 2, close], around.scope);
    const forms = { name: key, value: readValue(tokens, [equals + 1, to], around.scope) };
    const name = typeof key === 'string' ? { name: key } : { label: labelOf(tokens, [from, equals]) };
    if (known(from, around).some((one) => isList(one.value)))
      replace(from, around, part, 'an element is replaced');
    else {
      const members = [{ span: tokens.span(from + 2), ...name, value: key, forms, isKey: true as const }];
      push(from, around, { members, keyed: true });
    }
  }

  function readChange(part: Part, around: Around): void {
    const [at] = part;
    if (around.inClass) return;
    if (tokens.is(at, 'del') && tokens.is(at + 2, '['))
      replace(at + 1, around, part, 'an element is taken out of it');
    if (!tokens.is(at + 1, '.') || !tokens.is(at + 3, '(')) return;
    const value: Expression = { unread: 'a call changes the set' };
    if (adds.has(tokens.word(at + 2)))
      push(at, around, { members: [{ span: tokens.span(at), label: labelOf(tokens, part), value }] });
    else if (takes.has(tokens.word(at + 2))) replace(at, around, part, 'a call takes something out of it');
  }

  function known(at: number, { scope }: Around): readonly Declared[] {
    return pieces.get(joined(scope, tokens.word(at))) ?? [];
  }

  /** What it was so far is not known any more. */
  function replace(at: number, around: Around, part: Part, unread: string): void {
    const before = known(at, around);
    if (before.length === 0) return;
    forget(at, around);
    push(at, around, {
      members: [{ span: tokens.span(at), label: labelOf(tokens, part), value: { unread } }],
    });
  }

  function forget(at: number, around: Around): void {
    for (const one of known(at, around)) replaced.add(one);
    imported.delete(joined(around.scope, tokens.word(at)));
    pieces.delete(joined(around.scope, tokens.word(at)));
  }

  /** The name that a type is, without what says that it is constant. */
  function typeOf(part: Part): string | undefined {
    const text = tokens.between(...part).replace(/^(?:[\w.]+\.)?(?:Final|ClassVar)\[(.*)\]$/s, '$1');
    return /^[\p{L}\p{N}_.]+$/u.test(text) && !/^(?:.*\.)?(?:Final|ClassVar)$/.test(text) ? text : undefined;
  }

  /** An attribute without a value is a field. */
  function declare(at: number, around: Around, part?: Part, type?: string): void {
    const { inClass, scope } = around;
    const value: Expression = part ? readValue(tokens, part, scope) : { other: 'a field' };
    if (typeof value === 'string' && type !== undefined && isAlias.test(type)) {
      push(at, around, { unread: 'it is a type in quotes' });
      return;
    }
    if (inClass && isMember(tokens.word(at))) {
      const member = memberOf(tokens, at, part, value, inClass);
      if (member) inClass.members.push(member);
    }
    const isSet = typeof value !== 'string' && 'members' in value;
    if (part && isAnew(at, part, around)) forget(at, around);
    const own = type !== undefined && isAlias.test(type) ? undefined : type;
    if (!inClass || (isSet && !inClass.isEnum)) push(at, around, value, own);
  }

  /** Whether an assignment makes nothing of what the name stood for before, and is always done. */
  function isAnew(at: number, [from, to]: Part, { isBranch, inClass }: Around): boolean {
    if (isBranch || inClass || tokens.is(at + 1, '+=', '|=')) return false;
    for (let index = from; index < to; index++) {
      if (tokens.kind(index) === 'name' && tokens.is(index, tokens.word(at))) return false;
    }
    return true;
  }

  function push(at: number, { scope }: Around, given: Expression, type?: string): void {
    const own = tokens.word(at);
    const isSum = typeof given === 'object' && 'op' in given;
    const value = isSum ? { ...given, terms: given.terms.filter((term) => !isName(term, own)) } : given;
    const name = joined(scope, own);
    add({ name, span: tokens.span(at), value, ...(type === undefined ? {} : { type }) });
  }

  function add(one: Declared): void {
    declared.push(one);
    const before = pieces.get(one.name);
    if (before) before.push(one);
    else pieces.set(one.name, [one]);
  }
}

function joined(scope: string, name: string): string {
  return scope === '' ? name : `${scope}.${name}`;
}

function isList(value: Expression): boolean {
  return typeof value === 'object' && 'members' in value && value.keyed !== true;
}

/** `X = X + […]` adds a piece to what `X` has been so far. */
function isName(term: Expression, name: string): boolean {
  return typeof term === 'object' && 'name' in term && term.name === name;
}
