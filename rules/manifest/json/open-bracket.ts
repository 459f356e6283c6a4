import type { Span } from '../../../src/rule.js';
import { countBrackets } from './count-brackets.js';
import {
  closedEarly,
  closeFrame,
  deepest,
  type Frame,
  gap,
  giveUp,
  mistake,
  type Reading,
  unclosed,
} from './reading.js';
import type { Token } from './tokens.js';

/** Reads `{` or `[`. */
export function openBracket(reading: Reading, token: Token): void {
  const { expect, stack } = reading;
  const frame = stack.at(-1);
  const { length } = reading.mistakes;
  const opener = token.kind === '[' ? '[' : '{';
  const span = [token.start, token.end] as const;
  if (frame?.opener === '{' && (expect === 'key' || expect === 'comma')) {
    reading.surplus ??= countBrackets(reading.text);
    const inArray = stack.at(-2)?.opener === '[';
    if (opener === '[' || !inArray || reading.surplus['{'] <= 0) {
      sayKeyless(reading, frame, span);
      return;
    }
    reading.surplus['{']--;
    const end = reading.comma?.[0] ?? reading.last.end;
    unclosed(reading, frame, end);
    closeFrame(reading, end);
  } else if (expect === 'comma' && !reading.lenient) {
    mistake(reading, gap(reading), `A comma is missing here, before the next \`${opener}\`. Add it.`);
  } else if (expect === 'colon') {
    mistake(reading, gap(reading), 'A `:` is missing here, between the key and its value. Add it.');
  }
  if (stack.length === deepest) {
    mistake(reading, span, `This is nested more than ${deepest} deep. Make the file flatter.`);
    reading.lost = true;
    return;
  }
  stack.push({
    opener,
    start: token.start,
    members: [],
    items: [],
    keys: new Map(),
    instead: expect,
    mistakes: length,
  });
  reading.expect = opener === '{' ? 'key' : 'value';
  reading.comma = undefined;
  reading.lenient = false;
}

/** Why a bracket stands where only a key may: an array around it ended too early, or never began. */
function sayKeyless(reading: Reading, frame: Frame, span: Span): void {
  const opener = reading.text.slice(...span);
  const before = frame.members.at(-1)?.value;
  const isStray = (reading.surplus?.['['] ?? 0) < 0;
  const next = `what begins with \`${opener}\``;
  if (isStray && before?.type === 'array') {
    const message = `A key is missing before this \`${opener}\`, or the \`]\` before it is one too many. Mend either.`;
    if (!closedEarly(reading, ']', next)) giveUp(reading, span, message);
  } else if (!isStray || before?.type !== 'object') {
    giveUp(reading, span, `A key is missing before this \`${opener}\`. Write \`"key": ${opener}\`.`);
  } else {
    const start = before.span[0];
    giveUp(reading, [start, start], 'A `[` is missing here: more than one value follows. Add it.');
  }
}
