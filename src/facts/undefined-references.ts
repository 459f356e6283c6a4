import type { PageNodes, UndefinedReference } from '../model.js';

const second = /\]\[([^[\]\\]{0,999})\]/g;

/**
 * `[text][label]` and `[label][]` that stayed text because nothing defines the label. Code that merely
 * looks so, such as `list[0][1]` or `map[string][]int`, is left alone: no word, quote or other bracket
 * may stand before the first bracket, nor a colon, as in `[host]:[port][path]`, and no third bracket behind the second.
 */
export function undefinedReferences(nodes: PageNodes, text: string): UndefinedReference[] {
  if (!text.includes('][')) return [];
  const held = nodes.of(['text']).filter((node) => {
    const source = text.slice(nodes.start(node), nodes.end(node));
    return source.includes('][') && nodes.type(nodes.parent(node)) !== 'link';
  });
  return held
    .sort((a, b) => nodes.parent(a) - nodes.parent(b))
    .flatMap((node) => referencesIn(nodes, node, text));
}

function referencesIn(nodes: PageNodes, node: number, text: string): UndefinedReference[] {
  const found: UndefinedReference[] = [];
  const start = nodes.start(node);
  const from = nodes.start(nodes.parent(node));
  for (const match of text.slice(start, nodes.end(node)).matchAll(second)) {
    const close = start + match.index;
    const open = openingBracket(from, text, close);
    if (open === undefined) continue;
    const after = text[close + match[0].length];
    if (after === '[' || after === '(') continue;
    const name = text.slice(open + 1, close);
    const label = (match[1] as string).trim() === '' ? name : (match[1] as string);
    if (!isReference(name, label, text[open - 1])) continue;
    found.push({ label: label.replace(/\s+/g, ' ').trim(), span: [open, close + match[0].length] });
  }
  return found;
}

/** The `[` that the `]` at `close` closes, not before `from` and outside of escapes. */
function openingBracket(from: number, text: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= from && close - at < 1000; at--) {
    if (text[at - 1] === '\\') continue;
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) return at;
  }
  return undefined;
}

function isReference(name: string, label: string, before: string | undefined): boolean {
  if (before !== undefined && /[\p{L}\p{N}_[\])}"'`$&:\\]/u.test(before)) return false;
  if (name.startsWith('^') || label.startsWith('^') || /^[ xX]?$/.test(name)) return false;
  return /[\p{L}\p{N}]/u.test(label) && (label.length > 2 || name.length > 2) && name.trim() !== '';
}
