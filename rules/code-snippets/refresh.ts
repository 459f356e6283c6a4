import type { Edit, Path } from '../../src/rule.js';
import type { Code } from './facts.js';
import { fold, indentOf, trimmed } from './fold.js';
import type { Copy } from './pick-part.js';

/** Edits that write a copy into a block, as the block is written; undefined where that cannot be done. */
export function refresh(path: Path, { lines, lead, layout }: Code, copy: Copy): Edit[] | undefined {
  if (!layout) return undefined;
  const { content, prefix, newline, fences, mark } = layout;
  const indent = indentOf(lines.slice(lead));
  const head = lead === 1 && lines.length === 1 ? [...lines, ''] : lines.slice(0, lead);
  const body = fold(copy.lines.slice(...trimmed(copy.lines))).map((line) => indent + line);
  const all = [...head, ...body];
  const text = all.map((line) => (prefix + line).trimEnd() + newline).join('');
  const edit: Edit = { path, start: content[0], end: content[1], text };
  const length = longestRun(all, mark[0] as string) + 1;
  if (length <= mark.length) return [edit];
  const [opening, closing] = fences.map(
    ([start, end]): Edit => ({ path, start, end, text: mark[0]?.repeat(length) ?? mark }),
  );
  return [opening as Edit, edit, closing as Edit];
}

/** Of marks that could end a block. */
function longestRun(lines: readonly string[], mark: string): number {
  let longest = 0;
  for (const line of lines) {
    const text = line.trimStart();
    let length = 0;
    while (text[length] === mark) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}
