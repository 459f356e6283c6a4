import type { Numbers } from './outline.js';
import type { Value } from './value.js';

const longest = 1 << 16;
const largest = 2n ** 64n;
const isInteger = /^-?\d{1,20}$/;
const bitwise = new Set(['|', '&', '^', '~', '<<', '>>']);

/** What an operator makes of its terms. One term stands for a sign before it. */
export function calculate(op: string, terms: readonly Value[], kind?: Numbers): Value {
  const unread = terms.find((term) => 'unread' in term);
  if (unread) return unread;
  if (terms.some((term) => 'items' in term && term.pieces === 'texts'))
    return { unread: 'it hangs on a name with several values' };
  if ((op === '+' || op === '|') && terms.every((term) => 'items' in term || 'none' in term)) {
    return { items: terms.flatMap((term) => ('items' in term ? term.items : [])) };
  }
  if (op === '+' && terms.some((term) => 'text' in term)) return joined(terms, kind);
  const numbers = terms.flatMap((term) =>
    'number' in term && isInteger.test(term.number) ? [BigInt(term.number)] : [],
  );
  if (numbers.length < terms.length)
    return { unread: `it needs more than \`${op}\` of texts and whole numbers` };
  const result = kind === 'bits' ? inBits(op, numbers) : folded(op, numbers);
  if (result === undefined) return { unread: `what \`${op}\` gives is no whole number of 64 bits` };
  const isSmall = [...numbers, result].every((one) => BigInt.asIntN(32, one) === one);
  if (
    kind === undefined &&
    (op === '~' || (!isSmall && numbers.every((one) => BigInt.asIntN(32, one) === one)))
  )
    return { unread: `what \`${op}\` gives hangs on its type` };
  return { number: String(result) };
}

function folded(op: string, [first = 0n, ...rest]: readonly bigint[]): bigint | undefined {
  if (rest.length === 0) return op === '-' ? -first : op === '~' ? ~first : first;
  let result = first;
  for (const term of rest) {
    const next = step(op, result, term);
    if (next === undefined || next > largest || next < -largest) return undefined;
    result = next;
  }
  return result;
}

/** As JavaScript does it: with 32 bits where bits are meant. */
function inBits(op: string, numbers: readonly bigint[]): bigint | undefined {
  if (!bitwise.has(op)) return folded(op, numbers);
  const cut = (one: bigint) => BigInt.asIntN(32, one);
  const isShift = op === '<<' || op === '>>';
  const terms = numbers.map((one, index) => (isShift && index > 0 ? one & 31n : cut(one)));
  const [first = 0n, ...rest] = terms;
  if (rest.length === 0) return cut(folded(op, terms) ?? 0n);
  return rest.reduce((result, term) => cut(step(op, result, term) ?? 0n), first);
}

/** From left to right: numbers before the first text are added up. */
function joined(terms: readonly Value[], kind: Numbers | undefined): Value {
  const first = terms.findIndex((term) => 'text' in term);
  const sum = first > 1 ? calculate('+', terms.slice(0, first), kind) : undefined;
  if (sum && !('number' in sum)) return sum;
  let text = '';
  for (const term of sum ? [sum, ...terms.slice(first)] : terms) {
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
