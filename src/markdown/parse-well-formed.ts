const everyOdd = /[\0\p{Surrogate}]/gu;

/** Puts U+FFFD for NUL and for each half of a broken surrogate pair, so that every offset stays. */
export function wellFormed(text: string): string {
  return text.isWellFormed() && !text.includes('\0') ? text : text.replace(everyOdd, '\ufffd');
}
