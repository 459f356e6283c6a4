import { createHash } from 'node:crypto';
import type { Path, Problem } from '../model.js';
import { lineText } from '../text.js';

type Placed = Pick<Problem, 'rule' | 'code' | 'path' | 'line' | 'endLine' | 'endColumn'>;

/**
 * What makes problems the same when lines above them move: the rule, the code, the page, and the words of the line.
 * Problems with the same identity are told apart by their order. In the order of the problems.
 */
export function identities(
  problems: readonly Placed[],
  page: (path: Path) => { readonly text: string; readonly starts: readonly number[] },
  nameOf: (path: Path) => Path = (path) => path,
): string[] {
  let known: { readonly path: Path; readonly text: string; readonly starts: readonly number[] } | undefined;
  let folded = { path: '', line: 0, text: '' };
  return problems.map(({ rule, code, path, line, endLine, endColumn }) => {
    const isWholeFile = endLine === 1 && endColumn === 1;
    if (known?.path !== path) known = { path, ...page(path) };
    if (folded.path !== path || folded.line !== line) {
      const text = lineText(known.text, known.starts, line);
      folded = { path, line, text: short(text.replace(/\s+/g, ' ').trim()) };
    }
    return [rule, code, nameOf(path), isWholeFile ? '' : folded.text].join('\0');
  });
}

/** A line stands in each of its problems' identities, and there may be very many on a long one. */
function short(line: string): string {
  return line.length > 1000 ? createHash('sha256').update(line).digest('hex') : line;
}
