import { createScanner } from 'jsonc-parser';
import type { Span } from '../../../../src/rule.js';
import { type DataFile, type DataNode, deepestNode, type Entry } from '../data/node.js';

/** The kinds of tokens that jsonc-parser tells apart. */
const kinds = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  end: 17,
};

interface Open {
  readonly start: number;
  readonly items?: DataNode[];
  readonly entries?: Entry[];
  key?: { readonly name: string; readonly span: Span };
  hasColon: boolean;
}

/** Reads JSON, with comments and with commas behind the last entry. What is broken is left out. */
export function readJson(text: string): DataFile {
  const scanner = createScanner(text, true);
  const roots: DataNode[] = [];
  const stack: Open[] = [];
  for (let kind: number = scanner.scan(); kind !== kinds.end; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const span: Span = [start, start + scanner.getTokenLength()];
    const top = stack.at(-1);
    if (kind === kinds.openBrace) stack.push({ start, entries: [], hasColon: false });
    else if (kind === kinds.openBracket) stack.push({ start, items: [], hasColon: false });
    else if (kind === kinds.closeBrace || kind === kinds.closeBracket) close(span[1]);
    else if (kind === kinds.colon) {
      if (top) top.hasColon = true;
    } else if (kind === kinds.comma) {
      if (top) forget(top);
    } else if (kind === kinds.string && top?.entries && !top.hasColon) {
      top.key = { name: scanner.getTokenValue(), span };
    } else if (kind === kinds.string || kind === kinds.number) {
      add({ span, text: scanner.getTokenValue() });
    } else if (kind === kinds.true || kind === kinds.false) add({ span, text: text.slice(...span) });
    else if (kind === kinds.null) add({ span, none: true });
  }
  while (stack.length > 0) close(text.length);
  return { roots, anchors: [] };

  function close(end: number): void {
    const open = stack.pop();
    if (!open) return;
    const span: Span = [open.start, end];
    if (stack.length > deepestNode) add({ span, unread: 'it is nested too deeply' });
    else if (open.entries) add({ span, entries: open.entries });
    else add({ span, items: open.items ?? [] });
  }

  function add(node: DataNode): void {
    const top = stack.at(-1);
    if (!top) roots.push(node);
    else if (top.items) top.items.push(node);
    else if (top.key && top.hasColon) {
      top.entries?.push({ key: top.key.name, span: top.key.span, value: node });
      forget(top);
    }
  }

  function forget(open: Open): void {
    delete open.key;
    open.hasColon = false;
  }
}
