/** Either parser takes some ten seconds for as many steps. */
const maxSteps = 1e9;

/** Satteri reads expressions by recursion, whose end cannot be caught. */
const maxDepth = 1000;

/** How deep brackets of any kind nest at most, strings and comments not told apart. */
function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) deepest = Math.max(deepest, ++depth);
    else if (depth > 0 && (code === 41 || code === 93 || code === 125)) depth--;
  }
  return deepest;
}

/**
 * Whether a page is too costly as MDX: for each brace and tag a parser goes through the paragraph that holds it,
 * and for each tag that is left open through the page.
 */
export function isCostlyMdx(text: string): boolean {
  if (bracketDepth(text) > maxDepth) return true;
  let steps = 0;
  let open = 0;
  for (let start = 0; start < text.length && steps <= maxSteps; ) {
    const found = text.indexOf('\n\n', start);
    const end = found < 0 ? text.length : found;
    let marks = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 123) marks++;
      else if (code === 60) {
        marks++;
        open += text.charCodeAt(at + 1) === 47 ? -1 : 1;
      } else if (code === 62 && text.charCodeAt(at - 1) === 47) open--;
    }
    steps += marks * (end - start);
    start = end + 2;
  }
  return steps + Math.max(0, open) * text.length > maxSteps;
}
