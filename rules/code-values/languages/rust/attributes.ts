import { type Part, partsOf } from '../shared/parts.js';
import type { Tokens } from '../shared/tokens.js';
import { textOf } from './literals.js';

/** One entry of an attribute: `path`, `path = "value"` or `path(…)`. */
export interface Meta {
  readonly path: string;
  readonly value?: string;
  readonly inner: readonly Meta[];
}

const deepest = 6;

/** The entries of the attributes whose brackets open at the given tokens; those that hang on a condition count. */
export function metasOf(tokens: Tokens, brackets: readonly number[]): Meta[] {
  return brackets.flatMap((open) => read([open + 1, tokens.close(open)], 0));

  function read(part: Part, depth: number): Meta[] {
    if (depth > deepest) return [];
    return partsOf(tokens, ...part).flatMap(([from, to]) => {
      let [path, at] = [tokens.word(from), from + 1];
      for (; tokens.is(at, '::') && at + 1 < to; at += 2) path += `::${tokens.word(at + 1)}`;
      const inner = tokens.is(at, '(') ? read([at + 1, tokens.close(at)], depth + 1) : [];
      if (path === 'cfg_attr') return inner.slice(1);
      const value =
        tokens.is(at, '=') && tokens.kind(at + 1) === 'text' ? textOf(tokens.word(at + 1)) : undefined;
      return { path, inner, ...(typeof value === 'string' ? { value } : {}) };
    });
  }
}

/** The entries inside of all attributes of a name, as of every `serde(…)`. */
export function insideOf(metas: readonly Meta[], ...names: readonly string[]): Meta[] {
  return metas.filter(({ path }) => names.includes(path)).flatMap(({ inner }) => inner);
}

/** The value of the last entry of a name: `name = "x"`, or `name(serialize = "x")`. */
export function valueOfMeta(metas: readonly Meta[], name: string): string | undefined {
  const meta = metas.findLast(({ path }) => path === name);
  return meta?.value ?? meta?.inner.find(({ path }) => path === 'serialize')?.value ?? meta?.inner[0]?.value;
}
