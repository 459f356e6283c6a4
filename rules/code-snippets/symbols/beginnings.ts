import type { Outline } from './symbol.js';

/** The lines at which a declaration may be said to begin: with its attributes, with its comments too, and without both. */
export function beginnings(outline: Outline, line: number): number[] {
  const { lines, masked, depths } = outline;
  const own = depths[line - 1] as number;
  let attributes = line;
  let comments = line;
  for (let at = line - 1; at >= 1; at--) {
    const text = (masked[at - 1] as string).trim();
    const isAttribute =
      /^(?:@|#!?\[|\[|template\b)/.test(text) || (depths[at - 1] as number) > own || /^[)\]}]+;?$/.test(text);
    const isComment = text === '' && (lines[at - 1] as string).trim() !== '';
    if (!isAttribute && !isComment) break;
    if (/^[)\]}]/.test(text) && !opensAttribute(outline, at)) break;
    if (isAttribute && comments === attributes) attributes = at;
    comments = at;
  }
  return [attributes, comments, line];
}

/** Whether what a line closes was opened by an attribute. */
function opensAttribute({ masked, depths }: Outline, line: number): boolean {
  const own = depths[line] as number;
  let at = line;
  while (at > 1 && (depths[at - 1] as number) > own) at--;
  return /^\s*(?:@|#!?\[|\[)/.test(masked[at - 1] as string);
}
