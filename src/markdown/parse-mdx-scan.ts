import type { Span } from '../model.js';

/** What Docusaurus' MDX allows and MDX does not, and MDX's own comments; all outside of code, each span whole. */
export interface MdxMarks {
  /** `<!-- … -->` */
  readonly comments: readonly Span[];
  /** `{#id}` */
  readonly ids: readonly Span[];
  /** `{/* … *\/}` */
  readonly expressions: readonly Span[];
}

const fenceStart = /[ \t>+*\-\d.)]*(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})/y;
const mark = /\\[^\r\n]|`+|<!--|\{\/\*|\{#[^{}\r\n]*\}|[\r\n]/g;

/** Reads a page once, from start to end. Code is told from prose well enough: a mark in code is harmless. */
export function scanMdx(text: string): MdxMarks {
  const marks = { comments: [] as Span[], ids: [] as Span[], expressions: [] as Span[] };
  const codeEnd = codeSpans(text);
  const unclosed = new Set<string>();
  let at = 0;
  while (at < text.length) {
    fenceStart.lastIndex = at;
    const fence = fenceStart.exec(text);
    at = fence ? fenceEnd(text, fenceStart.lastIndex, fence[1] as string) : scanLine(at);
  }
  return marks;

  /** The start of the next line that begins outside of a mark. */
  function scanLine(from: number): number {
    mark.lastIndex = from;
    for (let match = mark.exec(text); match; match = mark.exec(text)) {
      const [token] = match;
      const start = match.index;
      if (token === '\n' || token === '\r') return mark.lastIndex;
      if (token[0] === '`') mark.lastIndex = codeEnd(start, token.length) ?? mark.lastIndex;
      else if (token.startsWith('{#')) marks.ids.push([start, mark.lastIndex]);
      else if (token === '<!--') take(marks.comments, start, '-->');
      else if (token === '{/*') take(marks.expressions, start, '*/}');
    }
    return text.length;
  }

  function take(into: Span[], start: number, close: string): void {
    const end = unclosed.has(close) ? -1 : text.indexOf(close, mark.lastIndex);
    if (end < 0) {
      unclosed.add(close);
      return;
    }
    mark.lastIndex = end + close.length;
    into.push([start, mark.lastIndex]);
  }
}

/** The start of the line behind a fenced block, whose fence ends at `from`. */
function fenceEnd(text: string, from: number, fence: string): number {
  const close = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`, 'gm');
  close.lastIndex = nextLine(text, from);
  return close.exec(text) ? nextLine(text, close.lastIndex) : text.length;
}

function nextLine(text: string, from: number): number {
  const lineEnd = /[\r\n]/g;
  lineEnd.lastIndex = from;
  return lineEnd.exec(text) ? lineEnd.lastIndex : text.length;
}

/** Tells where the code span ends that a run of backticks opens; undefined when it opens none. */
function codeSpans(text: string): (start: number, length: number) => number | undefined {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const starts = runs.get(run.length);
    if (starts) starts.push(index);
    else runs.set(run.length, [index]);
  }
  const next = new Map<number, number>();
  return (start, length) => {
    const starts = runs.get(length) ?? [];
    let at = next.get(length) ?? 0;
    while (at < starts.length && (starts[at] as number) <= start) at++;
    next.set(length, at);
    const close = starts[at];
    if (close === undefined || /\n[ \t>]*\r?\n/.test(text.slice(start, close))) return undefined;
    return close + length;
  };
}
