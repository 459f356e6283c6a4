import type { Root } from 'mdast';
import { loadParser } from '../markdown/parse.js';

/** The syntax tree of a page of our own. */
export async function parsePage(text: string): Promise<Root> {
  return (await loadParser()).parse(text, 'md');
}
