import type { Expression, Member } from '../shared/outline.js';
import type { Part } from '../shared/parts.js';
import { successor } from '../shared/successor.js';
import type { Tokens } from '../shared/tokens.js';
import { textOf } from './literals.js';

type Generate = (name: string, index: number, last: Expression | undefined) => Expression;

/** What a class makes of its attributes. */
export interface ClassKind {
  readonly isEnum: boolean;
  /** Whether a value may have a label behind it. */
  readonly hasLabels: boolean;
  /** What `auto()` gives. */
  generate: Generate;
  /** Whether a `__new__` makes the values out of what is written. */
  isRemade?: boolean;
}

const unknown: Generate = () => ({ unread: '`auto()` gives what its base class says' });
const counted: Generate = (_name, _index, last) => successor(last ?? { number: '0' });
/** The next bit, where each value so far is one. */
const doubled: Generate = (_name, index, last) => {
  const isNext =
    index === 0 || (typeof last === 'object' && 'number' in last && Number(last.number) === 2 ** (index - 1));
  return isNext && index < 62
    ? { number: String(2n ** BigInt(index)) }
    : { unread: '`auto()` hangs on the values before it' };
};

const known: readonly (readonly [RegExp, Generate])[] = [
  [/^TextChoices$/, (name) => name],
  [/^StrEnum$/, (name) => name.toLowerCase()],
  [/^(?:Enum|IntEnum|IntegerChoices)$/, counted],
  [/^(?:Flag|IntFlag)$/, doubled],
];

/** What a class is by its bases; those of the same file are `others`. */
export function kindOf(bases: readonly string[], others: ReadonlyMap<string, ClassKind>): ClassKind {
  const names = bases
    .filter((base) => !base.includes('='))
    .map((base) => base.slice(base.lastIndexOf('.') + 1));
  const own = names.map((name) => others.get(name)).find((kind) => kind?.isEnum);
  if (own) return own;
  const match = known.find(([pattern]) => names.some((name) => pattern.test(name)));
  const isMixed = names.some((name) => ['str', 'bytes', 'float'].includes(name));
  return {
    isEnum: match !== undefined || names.some((name) => /(?:Enum|Flag|Choices)$/.test(name)),
    hasLabels: names.some((name) => /Choices$/.test(name)),
    generate: match && !isMixed ? match[1] : unknown,
  };
}

/** Names with a line before them are private, or speak of the class itself. */
export function isMember(name: string): boolean {
  return !name.startsWith('_');
}

/** An attribute as a member; undefined for what an enum does not count. */
export function memberOf(
  tokens: Tokens,
  at: number,
  part: Part | undefined,
  value: Expression,
  { isEnum, hasLabels, generate, members }: ClassKind & { readonly members: readonly Member[] },
): Member | undefined {
  const name = tokens.word(at);
  const base = { span: tokens.span(at), name };
  const call =
    part &&
    /^(?:\w+\.)*(auto|nonmember)\(/.exec(tokens.between(part[0], Math.min(part[1], part[0] + 6)))?.[1];
  if (call === 'nonmember' || (isEnum && typeof value === 'object' && 'other' in value)) return undefined;
  if (call === 'auto') {
    const last = members.at(-1);
    const value = generate(name, members.length, last && 'value' in last ? last.value : undefined);
    return { ...base, value };
  }
  const label = hasLabels && typeof value === 'object' && 'members' in value ? value.members[0] : undefined;
  return label && 'value' in label ? { ...base, value: label.value, forms: { value } } : { ...base, value };
}

/** A member whose value `__new__` makes, of one thing or of several. */
export function remade(member: Member): Member {
  if ('all' in member || (typeof member.value === 'object' && 'members' in member.value)) return member;
  const forms = { ...member.forms, value: member.value };
  const unread =
    '`__new__` makes its value. Say by the option `value` what the docs list: `name`, or `value` for what is written';
  return { ...member, value: { unread, ask: true }, forms };
}

/** What `return name.lower()` and its like make of a name. */
export function readGenerator(tokens: Tokens, [from, to]: Part): Generate | undefined {
  if (!tokens.is(from + 1, 'name')) return undefined;
  const steps: ((name: string) => string)[] = [];
  for (let at = from + 2; at < to; at = tokens.close(at + 2) + 1) {
    const step = tokens.is(at, '.') && tokens.is(at + 2, '(') ? stepOf(tokens, at + 1) : undefined;
    if (!step) return undefined;
    steps.push(step);
  }
  return (name) => steps.reduce((text, step) => step(text), name);
}

function stepOf(tokens: Tokens, at: number): ((name: string) => string) | undefined {
  const [old, by] = [at + 2, at + 4].map((index) =>
    tokens.kind(index) === 'text' ? textOf(tokens.word(index), '') : undefined,
  );
  switch (tokens.word(at)) {
    case 'lower':
      return (name) => name.toLowerCase();
    case 'upper':
      return (name) => name.toUpperCase();
    case 'replace':
      return typeof old === 'string' && typeof by === 'string'
        ? (name) => name.replaceAll(old, by)
        : undefined;
  }
  return undefined;
}
