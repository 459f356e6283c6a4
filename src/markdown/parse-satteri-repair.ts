import type { FootnoteReference, Link, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { lineColumn, lineStarts } from '../text.js';
import { replaceAt, standIns } from './parse-conceal.js';
import type { Slip } from './parse-inspect.js';

/** A text in which stand-ins keep satteri from constructs that it reads wrongly. */
export interface Hidden {
  readonly text: string;
  /** Stand-in to character. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Undefined when there are no characters left to stand in. */
export function hide(text: string, slips: readonly Slip[]): Hidden | undefined {
  const stand = standIns(text, '[]hHwW');
  if (!stand) return undefined;
  const replacements = new Map<number, string>();
  for (const { first, last } of slips)
    for (const offset of [first, last])
      replacements.set(offset, stand.get(text[offset] as string) ?? (text[offset] as string));
  return {
    text: replaceAt(text, replacements),
    originals: new Map([...stand].map(([character, standIn]) => [standIn, character])),
  };
}

const hostless = /^https?:\/\/[\p{P}\p{S}]/iu;

/** Makes links and footnote references of the stand-ins that text nodes hold, as satteri reads them when alone. */
export function revive(root: Root, hidden: Hidden, parse: (fragment: string) => Root): void {
  const [open, close, ...letters] = hidden.originals.keys();
  const construct = new RegExp(`[${letters.join('')}][^\\s<]*|${open}\\^[^\\s${open}${close}]+${close}`, 'g');
  const starts = lineStarts(hidden.text);
  const position = (start: number, end: number): Text['position'] & object => ({
    start: { ...lineColumn(starts, start), offset: start },
    end: { ...lineColumn(starts, end), offset: end },
  });
  visit(root);

  function visit(node: Nodes): void {
    if (!('children' in node)) return;
    for (const child of node.children) visit(child);
    if (node.children.some(isConcerned)) {
      const children = (node.children as PhrasingContent[]).flatMap((child) => {
        return isConcerned(child) ? pieces(child) : [child];
      });
      (node as Parents & { children: PhrasingContent[] }).children = children;
    }
  }

  function isConcerned(node: Nodes): node is Text {
    return node.type === 'text' && node.value.search(construct) >= 0;
  }

  function pieces(node: Text): PhrasingContent[] {
    const start = node.position?.start.offset as number;
    const source = hidden.text.slice(start, node.position?.end.offset);
    const inSource = [...source.matchAll(construct)];
    const made: PhrasingContent[] = [];
    let textStart = start;
    let valueStart = 0;
    const text = (end: number, valueEnd: number): void => {
      const value = node.value.slice(valueStart, valueEnd);
      if (value !== '') made.push({ type: 'text', value, position: position(textStart, end) });
    };
    for (const [index, match] of [...node.value.matchAll(construct)].entries()) {
      const written = inSource[index];
      if (written?.[0] !== match[0]) continue;
      const from = start + written.index;
      const found = match[0][0] === open ? footnote(match[0], from) : autolink(match, from);
      if (!found) continue;
      text(from, match.index);
      made.push(found);
      textStart = found.position?.end.offset as number;
      valueStart = match.index + textStart - from;
    }
    text(node.position?.end.offset as number, node.value.length);
    return made;
  }

  function footnote(source: string, start: number): FootnoteReference {
    const label = source.slice(2, -1);
    const place = position(start, start + source.length);
    return { type: 'footnoteReference', identifier: label.toLowerCase(), label, position: place };
  }

  function autolink(match: RegExpExecArray, start: number): Link | undefined {
    const [first = ''] = match[0];
    const before = /[\p{L}\p{N}]/u.exec(match.input[match.index - 1] ?? '')?.[0] ?? '';
    const url = hidden.originals.get(first) + match[0].slice(1);
    if (hostless.test(url)) return undefined;
    const paragraph = parse(before + url).children[0];
    if (paragraph?.type !== 'paragraph') return undefined;
    const link = paragraph.children.find((child) => child.type === 'link');
    if (link?.position?.start.offset !== before.length) return undefined;
    const place = position(start, start + (link.position.end.offset as number) - before.length);
    const value = url.slice(0, (place.end.offset as number) - start);
    return { ...link, position: place, children: [{ type: 'text', value, position: place }] };
  }
}
