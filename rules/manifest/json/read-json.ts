import { quoted } from '../quoted.js';
import { checkToken } from './check-token.js';
import { closeBracket } from './close-bracket.js';
import { conflictMarkers } from './conflict-markers.js';
import { endText } from './end-text.js';
import type { JsonNode } from './json-tree.js';
import type { Mistake } from './mistake.js';
import { openBracket } from './open-bracket.js';
import { readColon } from './read-colon.js';
import { readUnknown } from './read-unknown.js';
import { addKey, addValue, gap, mistake, place, type Reading, valueless } from './reading.js';
import { type Token, tokenize } from './tokens.js';

/** What a JSON text holds. Without mistakes there is always a `root`. */
export interface JsonText {
  readonly root?: JsonNode;
  /** In the order of the text; a mistake that follows from another is left out. */
  readonly mistakes: readonly Mistake[];
  /** Keys that stand twice in an object, which JSON allows. */
  readonly repeated: readonly Mistake[];
}

/** A file with more mistakes than this is no JSON in any sense; it would only fill the screen. */
const MOST_MISTAKES = 100;

/**
 * Reads JSON with the place of everything, and goes on after a mistake that it understands. Without
 * recursion: the depth is the reader's to bound, not the stack's.
 */
export function readJson(text: string): JsonText {
  const conflicts = conflictMarkers(text);
  if (conflicts.length > 0) return { mistakes: conflicts.slice(0, MOST_MISTAKES), repeated: [] };
  const reading: Reading = {
    text,
    tokens: tokenize(text),
    mistakes: [],
    repeated: [],
    stack: [],
    expect: 'value',
    last: { kind: 'end', start: 0, end: 0, value: '', fault: undefined },
    lenient: false,
    lost: false,
  };
  while (!reading.lost) {
    const token = reading.tokens.next();
    if (token.kind === 'comment') {
      readComment(reading, token);
    } else if (token.kind === 'end') {
      endText(reading);
      break;
    } else {
      readToken(reading, token);
    }
    if (reading.mistakes.length >= MOST_MISTAKES) break;
  }
  const { mistakes, repeated, root } = reading;
  return {
    mistakes: mistakes.slice(0, MOST_MISTAKES),
    repeated,
    ...(root && mistakes.length === 0 && { root }),
  };
}

function readToken(reading: Reading, token: Token): void {
  if (reading.expect === 'end') {
    if (token.kind === '}' || token.kind === ']') closeBracket(reading, token);
    else {
      const end = place(reading, reading.last.end);
      mistake(reading, [token.start, token.end], `The JSON has ended at ${end}. Remove what follows.`);
      reading.lost = true;
    }
    return;
  }
  if (token.kind === 'unknown') {
    const meant = readUnknown(reading, token);
    if (meant) readToken(reading, meant);
    return;
  }
  if (token.kind === '{' || token.kind === '[') openBracket(reading, token);
  else if (token.kind === '}' || token.kind === ']') closeBracket(reading, token);
  else if (token.kind === ',') readComma(reading, token);
  else if (token.kind === ':') readColon(reading, token);
  else readScalar(reading, token);
  reading.last = token;
}

function readComment(reading: Reading, token: Token): void {
  mistake(reading, [token.start, token.end], 'JSON has no comments. Remove this one.');
  if (token.fault) reading.lost = true;
}

function readComma(reading: Reading, token: Token): void {
  const span = [token.start, token.end] as const;
  const frame = reading.stack.at(-1);
  if (reading.expect === 'colon' || (reading.expect === 'value' && frame?.opener === '{')) {
    valueless(reading);
  } else if (reading.expect !== 'comma') {
    mistake(
      reading,
      span,
      reading.comma
        ? 'This comma follows a comma. Remove one of them.'
        : 'No value stands before this comma. Remove it.',
    );
  }
  reading.lenient = false;
  if (!frame) reading.lost = true;
  else reading.expect = frame.opener === '[' ? 'value' : 'key';
  reading.comma = span;
}

function readScalar(reading: Reading, token: Token): void {
  const { expect, last } = reading;
  const frame = reading.stack.at(-1);
  const span = [token.start, token.end] as const;
  if (expect === 'comma' && !reading.lenient) {
    if (last.kind === 'number' && token.start === last.end) {
      const number = quoted(reading.text.slice(last.start, token.end));
      mistake(
        reading,
        [last.start, token.end],
        `${number} is no number in JSON. Write it without what leads it.`,
      );
      return;
    }
    mistake(
      reading,
      gap(reading),
      `A comma is missing here, before ${quoted(reading.text.slice(...span))}. Add it.`,
    );
  }
  if (expect === 'colon') {
    mistake(reading, gap(reading), 'A `:` is missing here, between the key and its value. Add it.');
  }
  if (token.fault) checkToken(reading, token);
  const isKey = expect === 'key' || (expect === 'comma' && frame?.opener === '{');
  reading.lenient = token.fault === 'unclosed';
  if (!isKey) {
    addValue(reading, { type: 'scalar', span, value: scalarOf(token) });
    return;
  }
  if (token.kind !== 'string') {
    mistake(reading, span, `Keys need double quotes. Write ${quoted(`"${token.value}"`)}.`);
  }
  addKey(reading, token.value, span);
  if (reading.lenient) reading.expect = 'comma';
}

function scalarOf(token: Token): string | number | boolean | null {
  if (token.kind === 'string') return token.value;
  if (token.kind === 'number') return Number(token.value);
  return token.kind === 'null' ? null : token.kind === 'true';
}
