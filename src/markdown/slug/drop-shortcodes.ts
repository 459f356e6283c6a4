function isEmojiName(text: string): boolean {
  return /^(?:[+-]1|100|1234)$/.test(text) || (/^[\w+-]+$/.test(text) && /[a-z]/i.test(text));
}

/** Removes `:smile:` and its like. Names are not looked up: what only looks like an emoji goes too. */
export function dropShortcodes(text: string): string {
  const pieces = text.split(':');
  let kept = pieces[0] as string;
  for (let at = 1; at < pieces.length; at++) {
    const closed = at + 1 < pieces.length && isEmojiName(pieces[at] as string);
    kept += closed ? (pieces[++at] as string) : `:${pieces[at]}`;
  }
  return kept;
}
