import { calculate } from './calculate.js';
import {
  type Declared,
  type Expression,
  type Member,
  memberNames,
  type Outline,
  type Space,
} from './outline.js';
import {
  elementsOf,
  fieldsOf,
  filtered,
  type Item,
  isKeyed,
  lastOfNames,
  namesOf,
  partOf,
  spread,
  unknown,
  type Value,
  wholeOf,
  worthsOf,
} from './value.js';

/** The values of one source file. Each is worked out when it is asked for, once. */
export interface Evaluator {
  /** What all pieces of one name come to together. */
  comesTo(pieces: readonly Declared[]): Value;
  /** What a path of names leads to from the top of the file. */
  named(path: string): Value | undefined;
}

/** Members that stand in a set themselves, by name. */
interface Index {
  readonly byName: ReadonlyMap<string, Expression>;
  /** Whether it has no others. */
  readonly isWhole: boolean;
}

const nothing: Index = { byName: new Map(), isWhole: false };
const most = 20_000;
const deepest = 200;

export function evaluator({ declared, numbers }: Outline): Evaluator {
  const byName = new Map<string, Declared[]>();
  const openMembers = new Map<string, Declared>();
  const known = new Map<object, Value>();
  const indices = new Map<object, Index>();
  const open = new Set<object>();
  let depth = 0;
  let made = 0;
  for (const one of declared) {
    const pieces = byName.get(one.name);
    if (pieces) pieces.push(one);
    else byName.set(one.name, [one]);
    for (const name of one.open ? memberNames(one.value) : []) {
      if (!openMembers.has(name)) openMembers.set(name, one);
    }
  }
  return { comesTo, named: (path) => reached(path, undefined) };

  function comesTo(pieces: readonly Declared[]): Value {
    const values = pieces.map((piece) => once(piece, () => evaluate(piece.value)));
    if (values.length === 1) return values[0] as Value;
    const items = values.flatMap((value, index) => spread(value, pieces[index] as Declared));
    const isText = values.every((value) => 'text' in value || 'number' in value);
    return {
      items: pieces.every(({ value }) => isKeyed(value)) ? lastOfNames(items) : items,
      pieces: isText ? 'texts' : 'sets',
    };
  }

  /** Remembers what an expression came to, and stops where it leads back to itself. */
  function once(key: object, work: () => Value): Value {
    const before = known.get(key);
    if (before) return before;
    if (open.has(key)) return { unread: 'it refers to itself' };
    if (depth > deepest) return { unread: 'it leads through too many other names' };
    open.add(key);
    depth++;
    const value = work();
    depth--;
    open.delete(key);
    known.set(key, value);
    return value;
  }

  function evaluate(of: Expression): Value {
    if (typeof of === 'string') return { text: of };
    if ('number' in of || 'none' in of || 'other' in of || 'unread' in of) return of;
    return once(of, () => work(of));
  }

  function work(of: Exclude<Expression, string>): Value {
    if ('name' in of)
      return named(of.name, of.in ?? '', of.space) ?? (of.or ? evaluate(of.or) : unknown(of.name));
    if ('op' in of) return calculate(of.op, of.terms.map(evaluate), numbers);
    if ('members' in of) return collected(of);
    if ('elements' in of) return elementsOf(evaluate(of.elements));
    if ('whole' in of) return wholeOf(evaluate(of.whole));
    if ('names' in of) return namesOf(evaluate(of.names));
    if ('worths' in of) return worthsOf(evaluate(of.worths));
    if ('without' in of) return filtered(evaluate(of.of), evaluate(of.without), false);
    if ('within' in of) return filtered(evaluate(of.of), evaluate(of.within), true);
    if ('pick' in of) return partOf(evaluate(of.of), of.pick) ?? unknown(of.pick);
    if ('field' in of) return fieldsOf(evaluate(of.of), of.field);
    return of;
  }

  /** Looks in the scope, then in those around it. */
  function named(name: string, scope: string, space: Space | undefined): Value | undefined {
    for (let around = scope; ; around = around.slice(0, Math.max(0, around.lastIndexOf('.')))) {
      const found = reached(around === '' ? name : `${around}.${name}`, space);
      if (found || around === '') return found ?? openMember(name);
    }
  }

  /** A name, or a part of the longest beginning of it that is a name. */
  function reached(path: string, space: Space | undefined): Value | undefined {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
      const all = byName.get(path.slice(0, end)) ?? [];
      const pieces =
        space === undefined ? all : all.filter((one) => one.space === undefined || one.space === space);
      if (pieces.length === 0) continue;
      if (end === path.length) return comesTo(pieces);
      const [first = '', ...rest] = path.slice(end + 1).split('.');
      return rest.reduce(
        (value: Value | undefined, part) => value && partOf(value, part),
        memberOf(pieces, first),
      );
    }
    return undefined;
  }

  /** Members may refer to each other, so that the whole set is not worked out where it need not be. */
  function memberOf(pieces: readonly Declared[], name: string): Value | undefined {
    for (const { value } of pieces) {
      const member = indexOf(value).byName.get(name);
      if (member !== undefined) return evaluate(member);
    }
    if (pieces.some((piece) => open.has(piece)) || pieces.every(({ value }) => indexOf(value).isWhole))
      return undefined;
    return partOf(comesTo(pieces), name);
  }

  function indexOf(value: Expression): Index {
    if (typeof value === 'string' || !('members' in value)) return nothing;
    const before = indices.get(value);
    if (before) return before;
    const byName = new Map<string, Expression>();
    let isWhole = true;
    for (const member of value.members) {
      if ('value' in member && member.name !== undefined)
        byName.set(member.name, (member.isKey ? member.forms?.value : undefined) ?? member.value);
      else {
        isWhole = false;
        if (value.keyed) byName.clear();
      }
    }
    indices.set(value, { byName, isWhole });
    return { byName, isWhole };
  }

  function openMember(name: string): Value | undefined {
    const owner = openMembers.get(name);
    return owner && memberOf([owner], name);
  }

  function collected({ members, keyed }: Extract<Expression, { members: unknown }>): Value {
    const items: Item[] = [];
    for (const member of members) {
      const found = 'all' in member ? spread(evaluate(member.all), member) : [itemOf(member)];
      made += found.length;
      for (const item of found) items.push(item);
      if (made > most) return { unread: `it leads to more than ${most} members` };
    }
    return { items: keyed ? lastOfNames(items) : items };
  }

  function itemOf({ value, forms = {}, ...rest }: Exclude<Member, { all: Expression }>): Item {
    return {
      ...rest,
      value: evaluate(value),
      form: (name) => (Object.hasOwn(forms, name) ? evaluate(forms[name] as Expression) : undefined),
    };
  }
}
