/** Either parser takes some ten seconds for as many steps. */
const maxSteps = 5e9;

/**
 * Whether a page is too costly as MDX: for each brace and tag a parser goes through the paragraph that holds it,
 * and for each tag that is left open through the page.
 */
export function isCostlyMdx(text: string): boolean {
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
