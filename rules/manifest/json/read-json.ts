import type { Json } from '../../../src/rule.js';
import { closeBracket } from './close-bracket.js';
import { conflictMarkers } from './conflict-markers.js';
import { endText } from './end-text.js';
import type { JsonNode } from './json-tree.js';
import type { Mistake } from './mistake.js';
import { openBracket } from './open-bracket.js';
import { readColon } from './read-colon.js';
import { readComma } from './read-comma.js';
import { readScalar } from './read-scalar.js';
import { readUnknown } from './read-unknown.js';
import { readValid } from './read-valid.js';
import { giveUp, mistake, place, type Reading } from './reading.js';
import { type Token, tokenize } from './tokens.js';

/** What a JSON text holds. Without mistakes there is always a `root`. */
export interface JsonText {
  readonly root?: JsonNode;
  /** The same without places, where it was at hand. */
  readonly plain?: Json;
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
  const valid = readValid(text);
  return valid ? { ...valid, mistakes: [], repeated: [] } : readWithMistakes(text);
}

export function readWithMistakes(text: string): JsonText {
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
      giveUp(reading, [token.start, token.end], `The JSON has ended at ${end}. Remove what follows.`);
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
