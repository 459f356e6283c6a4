/** `!!! note`, `??? note`, `???+ note`, `=== "Tab"`: what is indented by four below them is their content. */
const opening = /^((?: {4})*)(!!!|\?\?\?\+?|===[!+]?) (?=\S)/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

/**
 * Text for MkDocs in which admonitions, collapsible blocks and content tabs are list items of the same length:
 * to Markdown alone what stands in them would be indented code. Every offset stays what it was.
 */
export function openIndentedBlocks(text: string): string {
  if (!/^ *(?:!!!|\?\?\?|===)/m.test(text)) return text;
  let open: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = fence.exec(line)?.[1];
      if (open !== undefined) {
        if (mark?.startsWith(open) && line.trim().replace(/[`~]/g, '') === '') open = undefined;
        return line;
      }
      if (mark !== undefined) {
        open = mark;
        return line;
      }
      const match = opening.exec(line);
      if (!match || (match[2]?.startsWith('=') && !/^ *===[!+]? ["']/.test(line))) return line;
      const [whole, indent = ''] = match;
      return `${indent}-   ${'.'.repeat(whole.length - indent.length - 4)}${line.slice(whole.length)}`;
    })
    .join('\n');
}
