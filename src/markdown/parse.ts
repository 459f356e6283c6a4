import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Root } from 'mdast';
export interface Parser { readonly name: string; parse(text: string, syntax: 'md' | 'mdx'): Root }
export async function loadParser(): Promise<Parser> {
  return { name: 'satteri', parse: (text, syntax) => { if (syntax==='md') return markdownToMdast(text) as Root; try { return mdxToMdast(text) as Root } catch { return markdownToMdast(text) as Root } } };
}
