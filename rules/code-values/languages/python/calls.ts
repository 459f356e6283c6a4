import { code } from '../../../../src/rule.js';
import type { Expression, Member } from '../shared/outline.js';
import { labelOf, type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { readComprehension } from './comprehension.js';

const givesFirst = new Set(
  'frozenset set tuple list sorted reversed dict OrderedDict MappingProxyType get_args fromkeys Final keys'.split(
    ' ',
  ),
);
const enums = new Set(['Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag']);

/** What a call of a name gives. */
export function readCall(
  tokens: Tokens,
  path: string,
  inner: Part,
  whole: (part: Part) => Expression,
): Expression {
  const last = path.slice(path.lastIndexOf('.') + 1);
  const args = partsOf(tokens, ...inner);
  const [first, second] = args;
  if (givesFirst.has(last)) {
    const listed = readComprehension(tokens, inner, whole);
    if (listed) return listed;
    if (!first) return { members: [] };
    if (last === 'dict' && tokens.is(first[0] + 1, '='))
      return { members: args.map((part) => argument(tokens, part, whole)) };
    if (args.length === 1 || last === 'sorted' || last === 'fromkeys') return whole(first);
  }
  if (enums.has(last) && second) return functional(last, whole(second));
  return { unread: `it is made by a call of ${code(path)}` };
}

/** `name=value` */
function argument(tokens: Tokens, part: Part, whole: (part: Part) => Expression): Member {
  const [start, end] = part;
  const span = tokens.span(start);
  if (tokens.is(start, '**')) return { span, label: labelOf(tokens, part), all: whole([start + 1, end]) };
  const name = tokens.word(start);
  return { span, name, value: name, forms: { value: whole([start + 2, end]) }, isKey: true };
}

/** `Enum("X", "A B")`: its names in one text or in a list. */
function functional(type: string, names: Expression): Expression {
  if (typeof names === 'string')
    return { unread: `${code(`${type}(…)`)} makes it of one text. List its names instead` };
  if (!('members' in names)) return { unread: `it is made by a call of ${code(type)}` };
  const members = names.members.map((member, index): Member => {
    if ('all' in member || typeof member.value !== 'string') return member;
    const name = member.value;
    const value: Expression =
      type === 'StrEnum'
        ? name.toLowerCase()
        : { number: String(type.endsWith('Flag') ? 2 ** index : index + 1) };
    return { ...member, name, value: member.forms?.value ?? value };
  });
  return { members };
}
