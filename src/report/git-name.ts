const letters: Readonly<Record<number, string>> = {
  7: 'a',
  8: 'b',
  9: 't',
  10: 'n',
  11: 'v',
  12: 'f',
  13: 'r',
  34: '"',
  92: '\\',
};

/** A name as git writes it: in quotation marks, its bytes as octal numbers, where it is not plain ASCII. */
export function gitName(name: string): string {
  const bytes = [...new TextEncoder().encode(name)];
  const quoted = bytes.map((byte) => {
    const letter = letters[byte];
    if (letter !== undefined) return `\\${letter}`;
    return byte < 32 || byte > 126 ? `\\${byte.toString(8).padStart(3, '0')}` : String.fromCharCode(byte);
  });
  const text = quoted.join('');
  return text === name ? name : `"${text}"`;
}
