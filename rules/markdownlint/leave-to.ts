import type { Finding } from '../../src/rule.js';

/** A link with nothing for a target: `[text]()`, `[text](<>)`, `[text]("title")`. */
const emptyTarget = /\]\([ \t]*(?:<[ \t]*>)?[ \t]*(?:["'(][^\n]*)?\)$/;

/** Whether another rule that runs on the page judges the same, with the whole tree in view. */
export function isLeftTo(rules: readonly string[], { code, span }: Finding, text: string): boolean {
  const written = text.slice(...span);
  if (code === 'MD051') return rules.includes('broken-anchors');
  if (!rules.includes('broken-links')) return false;
  // A label alone in brackets is text as often as not, so that rule leaves it; here a team asked for it.
  if (code === 'MD052') return !/^!?\[[^\n]*\]$/.test(written) || written.includes('][');
  return code === 'MD042' && emptyTarget.test(written);
}
