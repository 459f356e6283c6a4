import type { Reading } from './reading.js';

/** How much of a line is looked at; minified files have but one. */
const LONGEST = 2000;

/** Leaves out the rest of a line, and with it perhaps a comma, but never a bracket. */
export function giveUpLine(reading: Reading, start: number): undefined {
  const rest = restOfLine(reading.text, start);
  if (/[{}[\]]/.test(rest) || rest.length === LONGEST) reading.lost = true;
  reading.tokens.jump(start + rest.length);
  reading.expect = 'comma';
  reading.lenient = true;
}

export function restOfLine(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + LONGEST))?.[0] ?? '';
}
