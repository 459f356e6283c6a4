import type { Span } from '../model.js';

const block =
  /\{\{<[ \t]*(highlight|code|code-?block)\b[^{}\n]*(?<!\/)>\}\}(?:(?!\{\{<[ \t]*\/?\1\b)[\s\S])*?\{\{<[ \t]*\/[ \t]*\1[ \t]*>\}\}/g;

/** What stands between shortcodes of Hugo that show it as code: it is not read as Markdown. */
export function shortcodeCode(text: string): readonly Span[] {
  if (!text.includes('{{<') || !/\{\{<[ \t]*(?:highlight|code)/.test(text)) return [];
  return [...text.matchAll(block)].map(({ index, 0: all }) => [index, index + all.length]);
}

/** Those that stand in none of the blocks. */
export function outside<T extends { readonly span: Span }>(
  list: readonly T[],
  blocks: readonly Span[],
): readonly T[] {
  if (blocks.length === 0) return list;
  return list.filter(({ span }) => !blocks.some(([start, end]) => span[0] >= start && span[1] <= end));
}
