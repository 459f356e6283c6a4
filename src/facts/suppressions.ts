import type { Span, Suppression } from '../model.js';
import { lineColumn, lineText } from '../text.js';
import { removalSpan } from './removal-span.js';

const directive = /^\s*docs-lint-(disable-next-line|disable-line|disable-file|disable|enable)(?![\w-])/;

/**
 * Reads one comment. `content` is what stands between its marks and begins at `contentStart` of the
 * document; `span` is the whole comment. Undefined when it is no directive of ours.
 */
export function readSuppression(
  content: string,
  contentStart: number,
  span: Span,
  text: string,
  starts: readonly number[],
): Suppression | undefined {
  const match = directive.exec(content);
  if (!match) return undefined;
  const action = match[1] as Suppression['action'];
  const rest = content.slice(match[0].length);
  const dashes = rest.search(/(?:^|\s)--(?:\s|$)/);
  const names = dashes < 0 ? rest : rest.slice(0, dashes);
  const reason = dashes < 0 ? '' : rest.slice(dashes).trim().slice(2).trim();
  const rules = [...names.matchAll(/[^\s,]+/g)].map((name) => {
    const start = contentStart + match[0].length + name.index;
    return { name: name[0], span: [start, start + name[0].length] as const };
  });
  return {
    action,
    rules: rules.map((rule, index) => ({ ...rule, removal: withSeparator(rules, index) })),
    span,
    removal: removalSpan(text, span, starts),
    ...(reason === '' ? {} : { reason }),
    ...linesOf(action, span, text, starts),
  };
}

/** A name up to the next one, or of the last one, from the one before. */
function withSeparator(rules: readonly { readonly span: Span }[], index: number): Span {
  const [start, end] = rules[index]?.span ?? [0, 0];
  const [before, next] = [rules[index - 1], rules[index + 1]];
  if (next) return [start, next.span[0]];
  return [before?.span[1] ?? start, end];
}

function linesOf(
  action: Suppression['action'],
  span: Span,
  text: string,
  starts: readonly number[],
): { lines: readonly [number, number] } | undefined {
  const first = lineColumn(starts, span[0]).line;
  const last = lineColumn(starts, Math.max(span[0], span[1] - 1)).line;
  if (action === 'disable-line') return { lines: [first, last] };
  if (action !== 'disable-next-line') return undefined;
  let next = last + 1;
  while (next < starts.length && lineText(text, starts, next).trim() === '') next++;
  return { lines: [next, next] };
}
