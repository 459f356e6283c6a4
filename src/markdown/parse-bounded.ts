import type { Nodes, Parents, Root } from 'mdast';
import { UserError } from '../errors.js';
import { lineColumn, lineStarts } from '../text.js';
import type { Syntax } from './parse.js';

/** Levels of a tree; a list in a list is two. */
export const maxDepth = 500;

/**
 * Hands every node to `look`, parents first; a node's children are read after it was handed over. Throws
 * where the tree is deeper than `maxDepth`.
 */
export function walkBounded(root: Root, text: string, look: (node: Nodes, parent?: Parents) => void): void {
  descend(root, undefined, 0);

  function descend(node: Nodes, parent: Parents | undefined, depth: number): void {
    if (depth > maxDepth) throw tooDeep(text, node.position?.start.offset ?? 0);
    look(node, parent);
    if (!('children' in node)) return;
    for (const child of node.children) descend(child, node, depth + 1);
  }
}

/** The error for a page that is nested too deeply at an offset. */
export function tooDeep(text: string, offset: number): UserError {
  return unreadable(text, offset, `is nested more than ${maxDepth} levels deep here. Flatten it.`);
}

/** The error for a page that cannot be parsed; `problem` follows "The page". */
export function unreadable(text: string, offset: number, problem: string): UserError {
  return new UserError(`The page ${problem}`, { path: '', ...lineColumn(lineStarts(text), offset) });
}

/** Calls a parser. What it throws for Markdown, in which nothing is an error, becomes an error for the page. */
export function attempt<T>(text: string, syntax: Syntax, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (syntax === 'mdx') throw error;
    throw unreadable(text, 0, `cannot be parsed: ${(error as Error).message}`);
  }
}
