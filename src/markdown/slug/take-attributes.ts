import { splitAttributes } from './split-attributes.js';

/** A heading's text without the marker behind it, and the id that the marker set, if it set one. */
export interface Taken {
  readonly text: string;
  readonly id: string | undefined;
}

interface AttributeSyntax {
  /** Whether white space has to come before the brace, unless nothing else does. */
  readonly gap?: boolean;
  /** Whether a word alone is an attribute, as in `{#id open}`. */
  readonly words?: boolean;
  /** Whether the list may start with a colon, as in `{: #id}`. */
  readonly colon?: boolean;
  /** What an id has to be; anything without white space by default. */
  readonly id?: RegExp;
}

/**
 * Takes the attribute list off the end of a heading's text: `Foo {#bar .wide}` is `Foo` with the id `bar`.
 * Undefined when there is none, or something in it is no attribute. The last id wins.
 */
export function takeAttributes(text: string, syntax: AttributeSyntax = {}): Taken | undefined {
  const trimmed = text.trimEnd();
  const open = trimmed.lastIndexOf('{');
  if (!trimmed.endsWith('}') || open < 0 || trimmed.indexOf('}', open) !== trimmed.length - 1)
    return undefined;
  const before = trimmed.slice(0, open);
  if (syntax.gap && before !== '' && before.trimEnd() === before) return undefined;
  let list = trimmed.slice(open + 1, -1).trim();
  if (syntax.colon && list.startsWith(':')) list = list.slice(1).trimStart();
  const attributes = splitAttributes(list);
  if (!attributes?.length) return undefined;

  let id: string | undefined;
  for (const attribute of attributes) {
    const named = /^(?:#|id=)(.*)$/s.exec(attribute)?.[1];
    if (named !== undefined) {
      id = named.replaceAll(/["']/g, '');
      if (id === '' || (syntax.id && !syntax.id.test(id))) return undefined;
    } else if (attribute === '.' || !(syntax.words || /^\.|^[^=]+=/.test(attribute))) {
      return undefined;
    }
  }
  return { text: before.trimEnd(), id };
}
