const tier =
  /\((?:core|starter|free|bronze|silver|gold|premium|ultimate|beta|experiment(?:al)?)(?:\s+(?:only|self|saas|all))?\)/g;

/** Removes every `(premium)` and its like, with stars and the white space before it. The text is in lower case. */
export function dropTier(text: string): string {
  let kept = '';
  let from = 0;
  for (const match of text.matchAll(tier)) {
    let end = Math.max(match.index, from);
    while (end > from && text[end - 1] === '*') end--;
    kept += text.slice(from, end).trimEnd();
    from = match.index + match[0].length;
    while (text[from] === '*') from++;
  }
  return kept + text.slice(from);
}
