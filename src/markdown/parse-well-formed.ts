const odd = /[\0\p{Surrogate}]/u;
const everyOdd = /[\0\p{Surrogate}]/gu;

/** Puts U+FFFD for NUL and for each half of a broken surrogate pair, so that every offset stays. */
export function wellFormed(text: string): string {
  return odd.test(text) ? text.replace(everyOdd, '\ufffd') : text;
}
