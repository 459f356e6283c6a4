import type { Json, Span } from '../../../src/rule.js';
import type { JsonMember, JsonNode } from './json-tree.js';
import { deepest } from './reading.js';

/**
 * Reads JSON that is valid, as most is, in a fraction of the time that it takes to be ready for mistakes. Undefined for
 * all else, and where something would have to be said of it: an object with a key twice, or too many levels.
 */
export function readValid(text: string): { readonly root: JsonNode; readonly plain: Json } | undefined {
  const plain = parsed(text);
  if (plain === undefined) return undefined;
  let at = 0;

  /** The next character that is no white space; between tokens nothing else is left out. */
  function next(): string | undefined {
    while (text.charCodeAt(at) <= space) at++;
    return text[at];
  }

  function value(level: number): JsonNode | undefined {
    const first = next();
    const start = at;
    if (first === '"') {
      const content = string();
      return { type: 'scalar', span: [start, at], value: content };
    }
    if (first === '{') return level < deepest ? object(start, level + 1) : undefined;
    if (first === '[') return level < deepest ? array(start, level + 1) : undefined;
    return word(start);
  }

  function object(start: number, level: number): JsonNode | undefined {
    const members: JsonMember[] = [];
    const keys = new Set<string>();
    for (at++; next() !== '}'; ) {
      if (text[at] === ',') at++;
      next();
      const from = at;
      const key = string();
      const span: Span = [from, at];
      next();
      at++;
      const its = value(level);
      if (!its || keys.has(key)) return undefined;
      keys.add(key);
      members.push({ key, span, value: its });
    }
    return { type: 'object', span: [start, ++at], members };
  }

  function array(start: number, level: number): JsonNode | undefined {
    const items: JsonNode[] = [];
    for (at++; next() !== ']'; ) {
      if (text[at] === ',') at++;
      const item = value(level);
      if (!item) return undefined;
      items.push(item);
    }
    return { type: 'array', span: [start, ++at], items };
  }

  function string(): string {
    const start = at;
    do at = text.indexOf('"', at + 1);
    while (isEscaped(text, at));
    const content = text.slice(start + 1, at++);
    return content.includes('\\') ? (JSON.parse(text.slice(start, at)) as string) : content;
  }

  function word(start: number): JsonNode {
    while (/[\w.+-]/.test(text[at] ?? '')) at++;
    const written = text.slice(start, at);
    return { type: 'scalar', span: [start, at], value: JSON.parse(written) as number | boolean | null };
  }

  const root = value(0);
  return root && { root, plain };
}

const space = 0x20;
const backslash = 0x5c;

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text.charCodeAt(start - 1) === backslash) start--;
  return (at - start) % 2 === 1;
}
