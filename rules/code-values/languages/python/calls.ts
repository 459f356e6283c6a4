import { code } from '../../../../src/rule.js';
import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { readComprehension } from './comprehension.js';

const givesFirst = new Set(
  'frozenset set tuple list sorted reversed dict OrderedDict MappingProxyType get_args dict.fromkeys Final'.split(
    ' ',
  ),
);
/** Modules whose names are known without them too. */
const modules = /^(?:builtins|collections|enum|types|typing|typing_extensions)\./;
const enums = new Set(['Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag']);

/** What a call of a name gives. */
export function readCall(
  tokens: Tokens,
  path: string,
  inner: Part,
  whole: (part: Part) => Expression,
  nameOf: (path: string) => Expression,
): Expression {
  const name = path.replace(modules, '');
  const args = partsOf(tokens, ...inner);
  const [first, second, ...others] = args;
  if (givesFirst.has(name)) {
    const listed = readComprehension(tokens, inner, whole);
    if (listed) return listed;
    if (!first) return { members: [] };
    if (name === 'dict' && args.every((part) => isNamed(part) || tokens.is(part[0], '**')))
      return { members: args.map((part) => argument(tokens, part, whole)), keyed: true };
    if (args.length === 1 || name === 'sorted' || name === 'dict.fromkeys') return { elements: whole(first) };
  }
  const view = /^(.+)\.(keys|values)$/.exec(path);
  if (view?.[1] !== undefined && !first)
    return view[2] === 'keys' ? nameOf(view[1]) : { worths: nameOf(view[1]) };
  if (enums.has(name) && first && second && others.every(isIdle))
    return functional(tokens, name, second, whole(second));
  return { unread: `it is made by a call of ${code(path)}` };

  function isNamed([start]: Part): boolean {
    return tokens.kind(start) === 'name' && tokens.is(start + 1, '=');
  }

  /** Arguments that do not change the values. */
  function isIdle(part: Part): boolean {
    return isNamed(part) && tokens.is(part[0], 'module', 'qualname');
  }
}

/** `name=value` */
function argument(tokens: Tokens, part: Part, whole: (part: Part) => Expression): Member {
  const [start, end] = part;
  const span = tokens.span(start);
  if (tokens.is(start, '**')) return { span, label: labelOf(tokens, part), all: whole([start + 1, end]) };
  const name = tokens.word(start);
  return { span, name, value: name, forms: { value: whole([start + 2, end]) }, isKey: true };
}

/** `Enum("X", "A B")`: its names in one text or in a list, alone or with their values. */
function functional(tokens: Tokens, type: string, [at]: Part, names: Expression): Expression {
  const span = tokens.span(at);
  const listed =
    typeof names === 'string'
      ? names
          .split(/[\s,]+/)
          .filter(Boolean)
          .map((value): Member => ({ span, value }))
      : 'members' in names
        ? names.members
        : undefined;
  if (!listed) return { unread: `it is made by a call of ${code(type)}` };
  return { members: listed.map((member, index) => memberOf(type, member, index)) };
}

function memberOf(type: string, member: Member, index: number): Member {
  if ('all' in member) return member;
  const { span, value } = member;
  if (typeof value === 'string') {
    const made: Expression =
      type === 'StrEnum'
        ? value.toLowerCase()
        : { number: String(type.endsWith('Flag') ? 2 ** index : index + 1) };
    return { span, name: value, value: member.forms?.value ?? made };
  }
  const [name, worth] = 'members' in value ? value.members : [];
  if (!name || !worth || !('value' in name) || !('value' in worth) || typeof name.value !== 'string')
    return member;
  return { span, name: name.value, value: worth.value };
}
