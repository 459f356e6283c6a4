import { code } from '../../../../src/rule.js';
import type { Expression } from '../shared/outline.js';
import { type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';

/** Annotations that give a constant its name in data, and the argument that does. */
const names: Readonly<Record<string, readonly string[]>> = {
  JsonProperty: ['value'],
  SerializedName: ['value'],
  SerialName: ['value'],
  Json: ['name'],
  XmlEnumValue: ['value'],
  EnumValue: ['value'],
  JsonbProperty: ['value'],
};

export interface Annotated {
  /** The index behind the annotations. */
  readonly next: number;
  /** What they call the constant. */
  readonly renames: readonly Expression[];
}

/** Reads the annotations that stand before something. */
export function readAnnotations(
  tokens: Tokens,
  [from, to]: Part,
  whole: (part: Part) => Expression,
): Annotated {
  const renames: Expression[] = [];
  let at = from;
  while (at < to && tokens.is(at, '@')) {
    let name = at + 1;
    while (tokens.is(name + 1, '.', ':') && tokens.kind(name + 2) === 'name') name += 2;
    at = name + 1;
    if (!tokens.is(at, '(')) continue;
    const close = tokens.close(at);
    const keys = names[tokens.word(name)] ?? [];
    for (const part of Object.hasOwn(names, tokens.word(name)) ? partsOf(tokens, at + 1, close) : []) {
      const isNamed = tokens.is(part[0] + 1, '=');
      if (isNamed ? keys.includes(tokens.word(part[0])) : keys.includes('value')) {
        renames.push(whole(isNamed ? [part[0] + 2, part[1]] : part));
      }
    }
    at = close + 1;
  }
  return { next: at, renames };
}

/** What a constant is worth: what its annotations call it, else its name. */
export function renamed(name: string, renames: readonly Expression[]): Expression {
  const [first] = renames;
  if (first === undefined) return name;
  const odd = renames.some((one) => JSON.stringify(one) !== JSON.stringify(first));
  return odd ? { unread: 'its annotations call it by several names' } : first;
}

/** Annotations in a type's body or head that give all of its constants another form. */
const forms = ['JsonValue', 'EnumNaming', 'JsonbTypeSerializer', 'JsonSerialize'];

const modifiers =
  'public protected private internal static final abstract sealed enum strictfp expect actual data open'.split(
    ' ',
  );
const longestHead = 200;

/** Where the modifiers and annotations before the keyword of a type begin. */
export function headOf(tokens: Tokens, at: number): number {
  let start = at;
  for (
    let before: number | undefined = start;
    before !== undefined && at - start < longestHead;
    before = beforeOne(start)
  )
    start = before;
  return start;

  /** The index of one modifier or annotation before another; undefined where none stands there. */
  function beforeOne(next: number): number | undefined {
    if (tokens.is(next - 1, ...modifiers)) return next - 1;
    let name = (tokens.is(next - 1, ')') ? opening(next - 1) : next) - 1;
    while (tokens.kind(name) === 'name' && tokens.is(name - 1, '.', ':')) name -= 2;
    return tokens.kind(name) === 'name' && tokens.is(name - 1, '@') ? name - 1 : undefined;
  }

  function opening(close: number): number {
    let open = close - 1;
    while (open > 0 && close - open < longestHead && tokens.close(open) !== close) open--;
    return open;
  }
}

/** The annotation between two indices that gives constants a form which is not known; those of inner types do not count. */
export function formOf(tokens: Tokens, [from, to]: Part): string | undefined {
  for (let at = from; at < to; at++) {
    let name = at + 1;
    while (tokens.is(name + 1, '.', ':') && tokens.kind(name + 2) === 'name') name += 2;
    if (tokens.is(at, '@') && tokens.is(name, ...forms)) return tokens.word(name);
    if (tokens.is(at, '{')) at = tokens.close(at);
  }
  return undefined;
}

/** A name that an annotation takes the place of. */
export function otherForm(annotation: string): Expression {
  return {
    unread: `${code(`@${annotation}`)} gives it another form. Say by the option \`value\` what the docs list: \`name\` or \`argument\``,
    ask: true,
  };
}
