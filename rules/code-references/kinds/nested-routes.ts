import { lineStarts, type Span } from '../../../src/rule.js';

/** A path that code writes down, and the ones that stand around it, outermost first. */
export interface WrittenPath {
  readonly path: string;
  readonly span: Span;
  readonly above: readonly string[];
  /** Whether more is put behind it, as in `'/users/' + id`. */
  readonly isOpen: boolean;
}

interface Open {
  readonly indent: number;
  readonly path: string;
}

const method = '(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT|ANY) +)?';
/** A path in quotes, as a key of YAML, or behind a tag of a comment. */
const written = new RegExp(
  `(["'\`])${method}(/?[^\\s"'\`]{0,300}/[^\\s"'\`]{0,300}|/)\\1|^[ \\t]{0,40}(/[^\\s"'\`:]{0,300}):[ \\t]*$|@[A-Za-z]{1,20}[ \\t]+(?:[{[(]\\w{1,10}[\\])}][ \\t]+)?${method}(/[^\\s"'\`]{0,300})`,
  'gm',
);

/**
 * The paths that a source holds. A line that ends with an opening bracket, or with a word that opens a block, is
 * above those that are indented more deeply behind it: so routers of most languages nest their routes.
 */
export function writtenPaths(text: string): WrittenPath[] {
  const found = [...text.matchAll(written)];
  if (found.length === 0) return [];
  const starts = lineStarts(text);
  const paths: WrittenPath[] = [];
  const open: Open[] = [];
  let next = 0;
  for (const [index, start] of starts.entries()) {
    if (next >= found.length) break;
    const end = starts[index + 1] ?? text.length;
    if (end - start > longestLine) {
      while ((found[next]?.index ?? end) < end) next++;
      continue;
    }
    const line = text.slice(start, end).trimEnd();
    const indent = line.search(/\S/);
    if (indent < 0) continue;
    if (!/^[\s)}\]>;,({[]*$/.test(line)) while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const above = open.map(({ path }) => path);
    let last: string | undefined;
    for (let match = found[next]; match && match.index < end; match = found[++next]) {
      const path = match[2] ?? match[3] ?? match[4] ?? '';
      if (!isPath(path)) continue;
      const from = match.index + match[0].lastIndexOf(path);
      const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
      paths.push({
        path,
        span: [from, from + path.length],
        above,
        isOpen: match[2] !== undefined && path.endsWith('/') && /^ ?[+.]/.test(behind),
      });
      last ??= path;
    }
    if (last !== undefined && open.length < deepest && /(?:[({[:>|]|\bdo|->)$/.test(line))
      open.push({ indent, path: last });
  }
  return paths;
}

/** Without a slash before it, a slash behind it or a parameter in it tells a path from a word or a file. */
function isPath(text: string): boolean {
  return text.startsWith('/') || (/\/$|[:<{]/.test(text) && !/^\.|:\/\//.test(text));
}

const longestLine = 5000;
const deepest = 20;
