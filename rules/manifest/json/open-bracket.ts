import { countBrackets } from './count-brackets.js';
import { closeFrame, gap, mistake, type Reading, unclosed } from './reading.js';
import type { Token } from './tokens.js';

/** No manifest is nearly as deep; a bound keeps later steps, which recurse, off the end of the stack. */
const DEEPEST = 200;

/** Reads `{` or `[`. */
export function openBracket(reading: Reading, token: Token): void {
  const { expect, stack } = reading;
  const frame = stack.at(-1);
  const opener = token.kind === '[' ? '[' : '{';
  const span = [token.start, token.end] as const;
  if (frame?.opener === '{' && (expect === 'key' || expect === 'comma')) {
    reading.surplus ??= countBrackets(reading.text);
    const inArray = stack.at(-2)?.opener === '[';
    if (opener === '[' || !inArray || reading.surplus['{'] <= 0) {
      mistake(reading, span, `A key is missing before this \`${opener}\`. Write \`"key": ${opener}\`.`);
      reading.lost = true;
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
  if (stack.length === DEEPEST) {
    mistake(reading, span, `This is nested more than ${DEEPEST} deep. Make the file flatter.`);
    reading.lost = true;
    return;
  }
  stack.push({ opener, start: token.start, members: [], items: [], keys: new Map() });
  reading.expect = opener === '{' ? 'key' : 'value';
  reading.comma = undefined;
  reading.lenient = false;
}
