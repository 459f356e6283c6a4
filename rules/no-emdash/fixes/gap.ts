import { type Edit, once, type Path } from '../../../src/rule.js';
import type { Dash } from './dash.js';

/** A dash with the white space around it, between two words of the same text. */
export interface Gap {
  readonly dash: Dash;
  /** Where the word before it ends. */
  readonly before: number;
  /** Where the word behind it begins. */
  readonly behind: number;
}

/** Scripts that have commas and colons of their own. */
const otherMarks = once(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}]/u,
);

/** Undefined where one side has no word, ends with a mark of its own, or is in a script with other marks. */
export function gapOf(text: string, dash: Dash): Gap | undefined {
  const [start, end] = dash.block?.span ?? [0, 0];
  let before = dash.span[0];
  while (before > start && isSpace(text, before - 1)) before--;
  let behind = dash.span[1];
  while (behind < end && isSpace(text, behind)) behind++;
  const [left, right] = [text.slice(before - 1, before), text.slice(behind, behind + 1)];
  if (otherMarks().test(left + right)) return undefined;
  if (before <= start || behind >= end || !/[\p{L}\p{M}\p{N}"'”’»)\]`*_>%+]/u.test(left)) return undefined;
  return /[\p{L}\p{N}"'“‘«([`*_<$@#\uD800-\uDBFF]/u.test(right) ? { dash, before, behind } : undefined;
}

/** A space, a line end, or the marker of a quote behind one. */
function isSpace(text: string, at: number): boolean {
  const character = text[at] as string;
  if (character !== '>') return /\s/.test(character);
  const line = Math.max(text.lastIndexOf('\n', at), text.lastIndexOf('\r', at));
  return line >= 0 && /^[\s>]*$/.test(text.slice(line, at));
}

/** Puts a mark to the end of the word before, and one to the beginning of the word behind. Lines stay lines. */
export function writeMarks(
  path: Path,
  text: string,
  { dash, before, behind }: Gap,
  [closing, opening]: readonly [string, string],
): Edit[] {
  const [start, end] = dash.span;
  const edit = (from: number, to: number, put: string): Edit[] =>
    from === to && put === '' ? [] : [{ path, start: from, end: to, text: put }];
  if (isBroken(text, before, start))
    return [...edit(before, before, closing), ...edit(start, behind, opening)];
  if (isBroken(text, end, behind)) return [...edit(before, end, closing), ...edit(behind, behind, opening)];
  return edit(before, behind, `${closing} ${opening}`);
}

function isBroken(text: string, from: number, to: number): boolean {
  return /[\r\n]/.test(text.slice(from, to));
}
