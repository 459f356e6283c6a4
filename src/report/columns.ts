import { eastAsianWidth } from 'get-east-asian-width';
import { once } from '../once.js';
import { emoji } from './emoji.js';

/** An emoji, or a character with the marks, Hangul vowels and finals that a terminal puts onto it. */
const cluster = once(() => new RegExp(`${emoji}|[\\s\\S][\\p{M}\\u1160-\\u11ff]*`, 'gv'));
const isEmoji = once(() => new RegExp(`^${emoji}$`, 'v'));
/** Where each character stands by itself, and is no emoji: nothing is put onto another one. */
const plain = /^[\0-\xa8\xaa-\xad\xaf-\u02ff\u2010-\u2027\u2030-\u203b\u2190-\u2193\u4e00-\u9fff]*$/;
const isMark = /^\p{M}/u;

/** How many columns of a terminal safe text takes. */
export function columns(text: string): number {
  if (isAscii(text)) return text.length;
  return clusters(text).reduce((sum, part) => sum + widthOf(part), 0);
}

/**
 * What stands together in the terminal's grid. `Intl.Segmenter` would know more scripts, but its time grows
 * with the square of the length, and a line may be of any length.
 */
export function clusters(text: string): string[] {
  return plain.test(text) ? text.split('') : (text.match(cluster()) ?? []);
}

/** Whether each character takes one column: ASCII, and no control character. */
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function widthOf(part: string): number {
  if (isAscii(part)) return part.length;
  if (!plain.test(part) && isEmoji().test(part)) return 2;
  return isMark.test(part) ? 0 : eastAsianWidth(part.codePointAt(0) as number);
}
