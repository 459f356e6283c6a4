import { quoted } from '../quoted.js';
import { countBrackets } from './count-brackets.js';
import { addKey, closedEarly, closeFrame, giveUp, type Reading, unclosed } from './reading.js';
import type { Token } from './tokens.js';

/** Reads `:`. In an array it tells that the array should have ended, or that an object should begin. */
export function readColon(reading: Reading, token: Token): void {
  if (reading.expect === 'colon') {
    reading.expect = 'value';
    return;
  }
  const frame = reading.stack.at(-1);
  const key = frame?.items.at(-1);
  if (!frame || reading.expect !== 'comma' || key?.type !== 'scalar' || typeof key.value !== 'string') {
    giveUp(reading, [token.start, token.end], 'No key stands before this `:`. Write one, or remove it.');
    return;
  }
  reading.surplus ??= countBrackets(reading.text);
  if (reading.surplus['['] > 0 && reading.stack.at(-2)?.opener === '{') {
    reading.surplus['[']--;
    frame.items.pop();
    const end = frame.items.at(-1)?.span[1] ?? frame.start + 1;
    unclosed(reading, frame, end);
    closeFrame(reading, end);
    addKey(reading, key.value, key.span);
    reading.expect = 'value';
    return;
  }
  const isClosedOnce = reading.surplus['{'] >= 0;
  if (!isClosedOnce && closedEarly(reading, '}', quoted(reading.text.slice(...key.span)))) return;
  const advice = isClosedOnce ? 'and `}` behind its object' : 'or remove the `}` before it';
  giveUp(reading, key.span, `An array has no keys. Put \`{\` before this one, ${advice}.`);
}
