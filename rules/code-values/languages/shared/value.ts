import { code, type Path, type Span } from '../../../../src/rule.js';
import type { Expression } from './outline.js';

/** What an expression comes to. */
export type Value =
  | { readonly text: string }
  | { readonly number: string }
  | { readonly none: true }
  | { readonly other: string }
  | { readonly unread: string; readonly ask?: true }
  /** `pieces`: what several declarations of one name come to; of `texts` they are values of it, and no set. */
  | { readonly items: readonly Item[]; readonly pieces?: 'texts' | 'sets' };

export interface Item {
  readonly span: Span;
  readonly name?: string;
  readonly label?: string;
  /** Where it stands, when that is another file than the set's. */
  readonly path?: Path;
  readonly value: Value;
  readonly isKey?: true;
  /** Another reading of it, by the word of the option `value`. */
  form(name: string): Value | undefined;
}

/** The members of a set; of anything else, one that is it. */
export function spread(
  value: Value,
  at: { readonly span: Span; readonly label?: string; readonly name?: string },
): readonly Item[] {
  if ('items' in value) return value.items;
  if ('none' in value) return [];
  const label = at.label ?? at.name;
  return [{ span: at.span, ...(label === undefined ? {} : { label }), value, form: () => undefined }];
}

export function isKeyed(value: Expression): boolean {
  return typeof value === 'object' && 'members' in value && value.keyed === true;
}

/** Of several members of one name, the last one stands in the place of the first. */
export function lastOfNames(items: readonly Item[]): readonly Item[] {
  const last = new Map<string, Item>();
  for (const item of items) if (item.name !== undefined) last.set(item.name, item);
  const seen = new Set<string>();
  return items.flatMap((item) => {
    if (item.name === undefined) return item;
    if (seen.has(item.name)) return [];
    seen.add(item.name);
    return last.get(item.name) ?? item;
  });
}

export function elementsOf(value: Value): Value {
  if (!('text' in value) && !('number' in value)) return value;
  return { unread: 'its elements would be those of a text' };
}

export function wholeOf(value: Value): Value {
  return 'number' in value || 'unread' in value ? value : { unread: 'it is no number' };
}

function worthOf(item: Item): Value {
  return (item.isKey ? item.form('value') : undefined) ?? item.value;
}

export function worthsOf(value: Value): Value {
  return 'items' in value ? { items: value.items.map((item) => ({ ...item, value: worthOf(item) })) } : value;
}

export function unknown(name: string): Value {
  return { unread: `${code(name)} is not declared in this file` };
}

export function namesOf(value: Value): Value {
  if ('items' in value) {
    return {
      items: value.items.map((item) => ({ ...item, value: nameOf(item) })),
    };
  }
  return 'unread' in value ? value : { unread: 'it has no members with names' };
}

function nameOf({ name, value }: Item): Value {
  if (name !== undefined) return { text: name };
  return 'unread' in value ? value : { other: 'a value without a name' };
}

/** A member by its name, or by its number from 0. Alternatives may have several of one name. */
export function partOf(value: Value, part: string): Value | undefined {
  if ('unread' in value) return value;
  if (!('items' in value)) return undefined;
  const [first, ...others] = value.items.filter(({ name }) => name === part);
  const isNumber = value.pieces === undefined && /^\d{1,6}$/.test(part);
  const item = first ?? (isNumber ? value.items[Number(part)] : undefined);
  if (!first || others.length === 0) return item && worthOf(item);
  return { items: [first, ...others].flatMap((one) => spread(worthOf(one), one)) };
}

export function fieldsOf(value: Value, field: string): Value {
  if (!('items' in value)) return 'unread' in value ? value : { unread: `it has no ${code(field)}` };
  return {
    items: value.items.map((item) => ({
      ...item,
      value: partOf(item.value, field) ?? { unread: `it has no ${code(field)}` },
    })),
  };
}

export function filtered(value: Value, other: Value, keep: boolean): Value {
  if (!('items' in value)) return value;
  const others = spread(other, { span: [0, 0] }).map((item) => item.value);
  const odd = others.find((one) => 'unread' in one);
  if (odd) return odd;
  const texts = new Set(others.map(textOf));
  return {
    items: value.items.filter((item) => 'unread' in item.value || texts.has(textOf(item.value)) === keep),
  };
}

/** The text or the number that a value is. */
export function textOf(value: Value): string | undefined {
  return 'text' in value ? value.text : 'number' in value ? value.number : undefined;
}
