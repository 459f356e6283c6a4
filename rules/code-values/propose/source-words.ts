const word = /(["'`])((?:(?!\1)[^\\\r\n]){1,80})\1|[\p{L}_][\p{L}\p{N}_]{0,79}/gu;

/** The short texts in quotes and the names of a source, folded, each once. What is in quotes is also read as code. */
export function sourceWords(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const [whole, quote, content = ''] = match;
    words.add(foldWord(quote === undefined ? whole : content));
    if (quote !== undefined) word.lastIndex = match.index + 1;
  }
  return words;
}

/** One word for all ways of writing a value: renames between code and text change letter case and what joins the words. */
export function foldWord(value: string): string {
  return value.toLowerCase().replace(/[-_. ]/g, '');
}
