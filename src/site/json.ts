import type { Json } from '../model.js';

export type Entries = { readonly [key: string]: Json | undefined };

/** An object as it is; everything else as an empty one. */
export function entriesOf(value: Json | undefined): Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Entries) : {};
}

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The strings of a list, or the one string. */
export function textsOf(value: Json | undefined): readonly string[] {
  const list: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

/** A route without the slashes at its ends. */
export function withoutSlashes(route: string): string {
  return route.replaceAll(/^\/+|\/+$/g, '');
}
