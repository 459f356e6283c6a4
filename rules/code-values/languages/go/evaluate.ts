import type { Expression } from './expression.js';

/** What a constant is: a string, no string, or what cannot be read and why. */
export interface Evaluated {
  readonly value?: string;
  readonly unread?: string;
  readonly type?: string;
}

/** What a name stands for: `undefined` for none, `pending` for one whose value has yet to be worked out. */
type Lookup = (name: string) => Evaluated | 'pending' | undefined;

/** Whether a type holds strings; undefined when the package does not say. */
type HoldsStrings = (type: string) => boolean | undefined;

const longest = 1 << 16;
const noString: Evaluated = {};

/**
 * Works out a constant expression. Names that are still `pending` are given to `needs`; the result then means
 * nothing, and the expression is to be tried again.
 */
export function evaluate(
  expression: Expression,
  lookup: Lookup,
  holdsStrings: HoldsStrings,
  needs: (name: string) => void,
): Evaluated {
  return go(expression);

  function go(of: Expression): Evaluated {
    if (typeof of === 'string') return short({ value: of });
    if (of === 0) return noString;
    if (of === null) return { unread: 'its expression is more than strings, names, conversions and `+`' };
    if ('rune' in of) return noString;
    if ('name' in of) return named(of.name);
    return 'sum' in of ? sum(of.sum.map(go)) : conversion(of.to, of.of);
  }

  function named(name: string): Evaluated {
    const found = lookup(name);
    if (found === undefined) return { unread: `\`${name}\` is not declared in its package` };
    if (found !== 'pending') return found;
    needs(name);
    return noString;
  }

  function conversion(type: string, of: Expression): Evaluated {
    const holds = type === 'string' || holdsStrings(type);
    if (holds === false) return { type };
    if (of !== null && typeof of === 'object' && 'rune' in of && holds) {
      return { value: String.fromCodePoint(of.rune), type };
    }
    const inner = go(of);
    if (inner.value !== undefined) return { value: inner.value, type };
    const isNumber = inner.unread === undefined;
    return isNumber && holds ? { unread: 'it converts a number', type } : { ...inner, type };
  }
}

function sum(terms: readonly Evaluated[]): Evaluated {
  const typed = terms.find(({ type }) => type !== undefined);
  const type = typed?.type === undefined ? {} : { type: typed.type };
  if (terms.some(({ value, unread }) => value === undefined && unread === undefined)) return type;
  const unread = terms.find((term) => term.value === undefined)?.unread;
  if (unread !== undefined) return { unread, ...type };
  let value = '';
  for (const term of terms) {
    value += term.value;
    if (value.length > longest) break;
  }
  return short({ value, ...type });
}

function short(evaluated: Evaluated): Evaluated {
  if (evaluated.value === undefined || evaluated.value.length <= longest) return evaluated;
  const { value: _, ...rest } = evaluated;
  return { ...rest, unread: `it is longer than ${longest} characters` };
}
