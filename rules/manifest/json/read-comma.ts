import { countBrackets } from './count-brackets.js';
import { mistake, type Reading, valueless } from './reading.js';
import type { Token } from './tokens.js';

/** Reads `,`. */
export function readComma(reading: Reading, token: Token): void {
  dropStrayOpener(reading);
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

/** An opener that only a comma follows, and that nothing closes, was never meant. */
function dropStrayOpener(reading: Reading): void {
  const frame = reading.stack.at(-1);
  if (!frame || reading.last.end !== frame.start + 1 || reading.stack.length === 1) return;
  reading.surplus ??= countBrackets(reading.text);
  if (reading.surplus[frame.opener] <= 0) return;
  reading.surplus[frame.opener]--;
  reading.stack.pop();
  reading.expect = frame.instead;
  reading.mistakes.length = frame.mistakes;
  mistake(reading, [frame.start, frame.start + 1], `This \`${frame.opener}\` is never closed. Remove it.`);
}
