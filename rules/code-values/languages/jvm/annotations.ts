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
