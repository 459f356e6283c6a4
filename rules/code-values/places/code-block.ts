import type { Code } from 'mdast';
import type { Value } from '../facts.js';
import type { Item, Layout } from '../layout.js';
import { spanOf } from '../span-of.js';
import { lineEndAt, lineOf } from './lines.js';
import type { Place } from './place.js';

/** A line of a code block: what it holds, and where that is in the page. */
interface Line {
  readonly text: string;
  readonly start: number;
  /** Where its line of the page begins. */
  readonly line: number;
}

const key =
  /^(\s*(?:export\s+|-\s+)?)(?:"([^"]+)"\s*[:=]|'([^']+)'\s*[:=]|([\w$][\w$.-]*)\s*(?:=(?!=)|:(?:\s|$)))/;

/** A code block: its lines, what stands between its commas, its keys; as columns of these names. */
export const codeBlock: Place = {
  form: 'code-block',
  name: 'code block',
  whole: true,
  onlyAsked: true,
  read(node, source) {
    if (node.type !== 'code') return [];
    const lines = linesOf(node, source);
    const columns = [
      { name: 'lines', values: lines.map(lineValue) },
      { name: 'commas', values: lines.flatMap(commaValues) },
      { name: 'keys', values: keyValues(lines) },
    ];
    const layout = layoutOf(node, lines, source);
    return [{ form: 'code-block', span: spanOf(node), columns, ...(layout ? { layout } : {}) }];
  },
};

/** The lines that are not empty. */
function linesOf(node: Code, source: string): Line[] {
  const [start, end] = spanOf(node);
  const isFenced = /^(?:`{3}|~{3})/.test(source.slice(start, start + 3));
  const wanted = node.value.split(/\r\n|\n|\r/);
  const lines: Line[] = [];
  let line = lineOf(source, start);
  const written = source.slice(line, end).split(/(\r\n|\n|\r)/);
  for (let at = 0, next = isFenced ? -1 : 0; at < written.length; at += 2, next++) {
    const raw = written[at] as string;
    const text = wanted[next];
    if (text !== undefined && text.trim() !== '') {
      const isVerbatim = raw.endsWith(text);
      const content = isVerbatim ? raw.length - text.length : Math.max(0, raw.lastIndexOf(text.trim()));
      lines.push({ text: isVerbatim ? text : text.trim(), start: line + content, line });
    }
    line += raw.length + (written[at + 1]?.length ?? 0);
  }
  return lines;
}

function lineValue({ text, start }: Line, item: number): Value {
  return { ...part(text, start), write: 'line', item };
}

function commaValues({ text, start }: Line): Value[] {
  const values: Value[] = [];
  let at = start;
  for (const piece of text.split(',')) {
    const { value, span } = part(piece, at);
    const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
    if (quoted !== undefined) values.push({ value: quoted, span: [span[0] + 1, span[1] - 1], write: 'key' });
    else if (value !== '') values.push({ value, span, write: 'key' });
    at += piece.length + 1;
  }
  return values;
}

/** Names before a colon or an equals sign; of an outline, those of its outermost level. */
function keyValues(lines: readonly Line[]): Value[] {
  const keys = lines.flatMap(({ text, start }) => {
    const match = key.exec(text);
    const value = match?.[2] ?? match?.[3] ?? match?.[4];
    if (!match || value === undefined) return [];
    const from = start + (match[1] as string).length + (match[4] === undefined ? 1 : 0);
    const span: Value['span'] = [from, from + value.length];
    return [{ indent: text.search(/\S/), value: { value, span, write: 'key' as const } }];
  });
  const outermost = keys.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  return keys.filter(({ indent }) => indent === outermost).map(({ value }) => value);
}

/** A text without the white space around it. */
function part(text: string, start: number): Pick<Value, 'value' | 'span'> {
  const value = text.trim();
  const from = start + text.search(/\S|$/);
  return { value, span: [from, from + value.length] };
}

function layoutOf(node: Code, lines: readonly Line[], source: string): Layout | undefined {
  const [start] = spanOf(node);
  const items = lines.map(({ text, start, line }, index): Item => {
    const value = part(text, start).span;
    const span: Item['span'] = [value[0], start + text.length];
    const next = lines[index + 1];
    return {
      span,
      line,
      lead: source.slice(line, value[0]),
      ...(next ? { gap: source.slice(span[1], next.line) } : {}),
      wrap: '',
      ...(value[1] === span[1] ? { tail: '' } : {}),
    };
  });
  return { items, eol: lineEndAt(source, start) };
}
