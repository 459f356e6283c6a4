import type { Expression } from './outline.js';

/** The number behind the one that an expression comes to. Sums do not nest, however long a row of them is. */
export function successor(last: Expression): Expression {
  if (typeof last === 'string') return { unread: 'what stands before it is no number' };
  if ('unread' in last) return last;
  if ('number' in last && /^-?\d{1,15}$/.test(last.number))
    return { number: String(Number(last.number) + 1) };
  if ('op' in last && last.op === '+' && last.terms.length === 2) {
    const [first, second] = last.terms as [Expression, Expression];
    if (typeof second === 'object' && 'number' in second)
      return { op: '+', terms: [first, successor(second)] };
  }
  return { op: '+', terms: [last, { number: '1' }] };
}
