import { eastAsianWidth } from 'get-east-asian-width';
import { emoji } from './emoji.js';

/** An emoji, or a character with the marks, Hangul vowels and finals that a terminal puts onto it. */
const cluster = new RegExp(`${emoji}|[\\s\\S][\\p{M}\\u1160-\\u11ff]*`, 'gv');
const isEmoji = new RegExp(`^${emoji}$`, 'v');
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
  return isAscii(text) ? text.split('') : (text.match(cluster) ?? []);
}

/** Whether each character takes one column: ASCII, and no control character. */
function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function widthOf(part: string): number {
  if (isAscii(part)) return part.length;
  if (isEmoji.test(part)) return 2;
  return isMark.test(part) ? 0 : eastAsianWidth(part.codePointAt(0) as number);
}
