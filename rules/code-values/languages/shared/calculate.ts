import type { Value } from './evaluate.js';

const longest = 1 << 16;
const largest = 2n ** 64n;
const isInteger = /^-?\d{1,20}$/;

/** What an operator makes of its terms. One term stands for a sign before it. */
export function calculate(op: string, terms: readonly Value[]): Value {
  const unread = terms.find((term) => 'unread' in term);
  if (unread) return unread;
  if ((op === '+' || op === '|') && terms.every((term) => 'items' in term || 'none' in term)) {
    return { items: terms.flatMap((term) => ('items' in term ? term.items : [])) };
  }
  if (op === '+' && terms.some((term) => 'text' in term)) return joined(terms);
  const numbers = terms.flatMap((term) =>
    'number' in term && isInteger.test(term.number) ? [BigInt(term.number)] : [],
  );
  if (numbers.length < terms.length)
    return { unread: `it needs more than \`${op}\` of texts and whole numbers` };
  let [result = 0n, ...rest] = numbers;
  if (rest.length === 0) result = op === '-' ? -result : op === '~' ? ~result : result;
  for (const term of rest) {
    const next = step(op, result, term);
    if (next === undefined || next > largest || next < -largest)
      return { unread: `what \`${op}\` gives is no whole number of 64 bits` };
    result = next;
  }
  return { number: String(result) };
}

function joined(terms: readonly Value[]): Value {
  let text = '';
  for (const term of terms) {
    if ('text' in term) text += term.text;
    else if ('number' in term) text += term.number;
    else return { unread: 'it joins a text and something else' };
    if (text.length > longest) return { unread: `it is longer than ${longest} characters` };
  }
  return { text };
}

function step(op: string, a: bigint, b: bigint): bigint | undefined {
  switch (op) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b !== 0n && a % b === 0n ? a / b : undefined;
    case '%':
      return b !== 0n && a >= 0n && b > 0n ? a % b : undefined;
    case '|':
      return a | b;
    case '&':
      return a & b;
    case '^':
      return a ^ b;
    case '<<':
      return b >= 0n && b < 64n ? a << b : undefined;
    case '>>':
      return b >= 0n && b < 64n ? a >> b : undefined;
  }
  return undefined;
}
