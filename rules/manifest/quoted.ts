/** Text on one line, control characters escaped, its middle left out when long. */
export function printable(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 80)}…${text.slice(-30)}` : text;
  return short.replace(
    /[\p{Cc}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Text as a message shows it, in backticks. */
export function quoted(text: string): string {
  return `\`${printable(text).replaceAll('`', "'")}\``;
}
