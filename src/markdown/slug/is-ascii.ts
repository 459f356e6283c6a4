/** Whether a text has ASCII alone, as most have: what Unicode says of letters and marks need not be asked then. */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
