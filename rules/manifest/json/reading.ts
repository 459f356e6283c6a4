import type { Span } from '../../../src/rule.js';
import { lineColumn, lineStarts } from '../../../src/rule.js';
import { quoted } from '../quoted.js';
import type { JsonMember, JsonNode } from './json-tree.js';
import type { Mistake } from './mistake.js';
import type { Token, Tokens } from './tokens.js';

/** No manifest is nearly as deep; a bound keeps later steps, which recurse, off the end of the stack. */
export const deepest = 200;

/** An object or array that is still open. */
export interface Frame {
  readonly opener: '{' | '[';
  readonly start: number;
  readonly members: JsonMember[];
  readonly items: JsonNode[];
  /** What was expected when it began, and how many mistakes were known. */
  readonly instead: Reading['expect'];
  readonly mistakes: number;
  /** First place of each key of an object. */
  readonly keys: Map<string, Span>;
  key?: { readonly text: string; readonly span: Span };
}

/** How far the reading of one text has come. */
export interface Reading {
  readonly text: string;
  readonly tokens: Tokens;
  readonly mistakes: Mistake[];
  /** Keys that stand twice in an object: valid JSON, and still never meant. */
  readonly repeated: Mistake[];
  readonly stack: Frame[];
  expect: 'value' | 'key' | 'colon' | 'comma' | 'end';
  /** The comma just read, while nothing follows it. */
  comma?: Span | undefined;
  /** The last token that counts: the place of whatever is missing is behind it. */
  last: Token;
  /** The rest of a line was given up, a comma perhaps with it: do not ask for one. */
  lenient: boolean;
  /** All that follows would be guesswork. */
  lost: boolean;
  /** The bracket that was closed last, and how many mistakes were known then. */
  closed?: { readonly closer: '}' | ']'; readonly span: Span; readonly mistakes: number };
  /** How many more openers than closers the rest of the text is known to have, once it was counted. */
  surplus?: { '{': number; '[': number };
  /** The first bracket that seems to have been closed by another one's closer, by their indentation. */
  suspect?: { readonly opener: Frame; readonly end: number };
  root?: JsonNode;
}

/** Says what nothing after it can be read behind; in silence where it follows from a mistake beside it. */
export function giveUp(reading: Reading, span: Span, message: string): void {
  const before = reading.mistakes.at(-1);
  const between = before && reading.text.slice(before.span[0], span[0]);
  const isClose = between !== undefined && between.length < 80 && !/[\r\n]/.test(between);
  if (!isClose) mistake(reading, span, message);
  reading.lost = true;
}

export function mistake(reading: Reading, span: Span, message: string, related?: Mistake['related']): void {
  reading.mistakes.push({ span, message, ...(related && { related }) });
}

/** An offset as a message names it. */
export function place(reading: Reading, offset: number): string {
  const { line, column } = lineColumn(lineStarts(reading.text), offset);
  return `line ${line}, column ${column}`;
}

/** Where what is missing should stand: behind the last token. */
export function gap(reading: Reading): Span {
  return [reading.last.end, reading.last.end];
}

/** Puts a value where one is expected. */
export function addValue(reading: Reading, node: JsonNode): void {
  const frame = reading.stack.at(-1);
  reading.comma = undefined;
  reading.expect = frame ? 'comma' : 'end';
  if (!frame) reading.root = node;
  else if (frame.opener === '[') frame.items.push(node);
  else if (frame.key) frame.members.push({ key: frame.key.text, span: frame.key.span, value: node });
}

/** Takes the key of a member; a second one of its name is noted. */
export function addKey(reading: Reading, text: string, span: Span): void {
  const frame = reading.stack.at(-1);
  if (!frame) return;
  const first = frame.keys.get(text);
  if (first) {
    reading.repeated.push({
      span,
      message: `The key ${quoted(text)} stands twice in one object, and only the last one counts. Remove one.`,
      related: { span: first, message: 'The first one is here' },
    });
  } else frame.keys.set(text, span);
  frame.key = { text, span };
  reading.comma = undefined;
  reading.expect = 'colon';
}

/** Closes the innermost object or array, which ends at this offset. */
export function closeFrame(reading: Reading, end: number): void {
  const frame = reading.stack.pop();
  if (!frame) return;
  const span: Span = [frame.start, end];
  addValue(
    reading,
    frame.opener === '['
      ? { type: 'array', span, items: frame.items }
      : { type: 'object', span, members: frame.members },
  );
}

/** The bracket that closes a frame. */
export function closerOf(frame: Frame): '}' | ']' {
  return frame.opener === '{' ? '}' : ']';
}

/** Says that the key just read has no value. */
export function valueless(reading: Reading): void {
  const key = reading.stack.at(-1)?.key;
  if (!key) return;
  const swallowed = /^([\w$-]+)\s*:/.exec(key.text)?.[1];
  mistake(
    reading,
    key.span,
    swallowed
      ? `The quote behind ${quoted(swallowed)} is missing. Write ${quoted(`"${swallowed}":`)}.`
      : `The key ${quoted(key.text)} has no value. Give it one, or remove it.`,
  );
}

/** Says that an object or array should have ended at this offset, and closes it there. */
export function unclosed(reading: Reading, frame: Frame, at: number): void {
  const opener = quoted(frame.opener);
  mistake(
    reading,
    [at, at],
    `A ${quoted(closerOf(frame))} is missing here: the ${opener} at ${place(reading, frame.start)} is not closed. Add it.`,
    { span: [frame.start, frame.start + 1], message: `This ${opener} is not closed` },
  );
}

/**
 * Takes back what followed from the last closer, and says that it came too early: there was a comma too
 * many before it, or one was missing behind it. False where nothing was wrong with it.
 */
export function closedEarly(reading: Reading, closer: '}' | ']', next: string): boolean {
  const { closed } = reading;
  if (!closed || closed.closer !== closer || reading.mistakes.length === closed.mistakes) return false;
  reading.mistakes.length = closed.mistakes;
  mistake(
    reading,
    closed.span,
    `This \`${closer}\` comes too early: ${next} still belongs inside. Remove it.`,
  );
  reading.lost = true;
  return true;
}
