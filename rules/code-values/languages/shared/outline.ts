import type { Path, Span } from '../../../../src/rule.js';

/**
 * What source says a value is, before names are looked up; plain JSON. A string stands for itself.
 *
 * - `number`: a number or a truth value, as text
 * - `none`: the absence of a value, as `null`
 * - `other`: what it is instead of a text, with its article
 * - `unread`: why it cannot be known; `ask` when the option `value` has to say which of several readings is meant
 * - `name`: what a name stands for, its parts divided by `.`; `in` is the scope to look in first, `or` what it is where
 *   nothing has the name
 * - `op`: `+` joins texts, `+` and `|` unite sets, and numbers have the usual ones
 * - `members`: a set; of one that is `keyed`, the last member of a name is the only one
 * - `elements`: what going through a set gives; a text would give its characters
 * - `whole`: a number, and nothing else
 * - `names`: the names of a set's members; `worths`: what stands behind its keys; `without` and `within` leave members
 *   out; `pick` is one member, `field` a part of each
 */
export type Expression =
  | string
  | { readonly number: string }
  | { readonly none: true }
  | { readonly other: string }
  | { readonly unread: string; readonly ask?: true }
  | { readonly name: string; readonly in?: string; readonly space?: Space; readonly or?: Expression }
  | { readonly op: string; readonly terms: readonly Expression[] }
  | { readonly members: readonly Member[]; readonly keyed?: true }
  | { readonly elements: Expression }
  | { readonly whole: Expression }
  | { readonly names: Expression }
  | { readonly worths: Expression }
  | { readonly of: Expression; readonly without: Expression }
  | { readonly of: Expression; readonly within: Expression }
  | { readonly of: Expression; readonly pick: string }
  | { readonly of: Expression; readonly field: string };

/** Types and values may have names of their own. */
export type Space = 'type' | 'value';

export type Member =
  | {
      readonly span: Span;
      /** What the code calls it. */
      readonly name?: string;
      /** How messages call a member without a name whose value is no plain text. */
      readonly label?: string;
      readonly value: Expression;
      /** Where it stands, when that is another file than the set's. */
      readonly path?: Path;
      /** Other readings, by the word of the option `value`. */
      readonly forms?: Readonly<Record<string, Expression>>;
      /** Whether whoever names it means its form `value`, as that of a key or of a constant with a number. */
      readonly isKey?: true;
    }
  /** What an expression comes to: every member of a set, or a single value. */
  | { readonly span: Span; readonly label: string; readonly all: Expression };

/** A name that a source gives to a value or a set. Several of one name are pieces of the same. */
export type Declared = {
  /** With the names of all that it stands in, divided by `.`; empty for a set without a name. */
  readonly name: string;
  readonly span: Span;
  readonly value: Expression;
  /** Its type where that is a mere name. */
  readonly type?: string;
  readonly space?: Space;
  /** Whether its members are in scope without its name. */
  readonly open?: true;
};

/**
 * What whole numbers may be: `large` has no end, `bits` are numbers of JavaScript, whose operators on bits have 32 of them.
 * Without either, a type that is not known ends them.
 */
export type Numbers = 'large' | 'bits';

/** What is kept of a source file. */
export type Outline = {
  readonly declared: readonly Declared[];
  readonly numbers?: Numbers;
  /** What all names stand in, which a name may leave out, as a package. */
  readonly around?: string;
};

/** Levels of brackets beyond which an expression is not read. */
export const deepest = 30;
export const tooDeep: Expression = { unread: 'it is nested too deeply' };

/** The names of the members that stand in a set themselves. */
export function memberNames(value: Expression): string[] {
  if (typeof value === 'string' || !('members' in value)) return [];
  return value.members.flatMap((member) => ('name' in member ? (member.name ?? []) : []));
}
