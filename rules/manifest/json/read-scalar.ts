import { quoted } from '../quoted.js';
import { checkToken } from './check-token.js';
import { giveUpLine } from './give-up-line.js';
import { addKey, addValue, gap, mistake, type Reading } from './reading.js';
import type { Token } from './tokens.js';

/** Reads a string, a number or a word, as a key or as a value. */
export function readScalar(reading: Reading, token: Token): void {
  const { expect, last } = reading;
  const frame = reading.stack.at(-1);
  const span = [token.start, token.end] as const;
  const isGlued = last.end === token.start;
  const isCutShort = token.fault === 'unclosed' || /[^\s,:}\]]/.test(reading.text[token.end] ?? ' ');
  if (isGlued && last.kind === 'string' && (expect === 'colon' || (expect === 'comma' && isCutShort))) {
    mistake(reading, [token.start, token.start + 1], 'This quote is one too many. Remove it.');
    giveUpLine(reading, token.start);
    return;
  }
  if (expect === 'comma' && !reading.lenient && token.fault !== 'unclosed') {
    if (isGlued && last.kind === 'number') {
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
