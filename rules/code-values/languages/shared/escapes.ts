/** How the strings of one language are written. */
export interface Escapes {
  /** What a character stands for behind a backslash. */
  readonly simple: Readonly<Record<string, string>>;
  /** Of escapes by number: `hex` has two digits, `wide` any number of them, `braced` stands in `{}`. */
  readonly hex?: 'two' | 'wide';
  readonly octal?: true;
  readonly unicode?: 'u' | 'uU';
  readonly braced?: true;
  /** What becomes of a backslash at the end of a line: it goes with the line end, or with all blanks behind that too. */
  readonly continues?: 'line' | 'blanks';
  /** What becomes of a backslash before any other character. */
  readonly other: 'keep' | 'drop';
}

const pattern =
  /\\(?:x([0-9a-fA-F]+)|u\{([0-9a-fA-F_]{1,9})\}|u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(\n)([ \t\n]*)|([\s\S]))/gu;

/** The text between the quotes of a literal. Line ends of Windows count as those that every compiler makes of them. */
export function decodeEscapes(body: string, escapes: Escapes): string {
  const text = body.replaceAll('\r\n', '\n');
  if (!text.includes('\\')) return text;
  return text.replace(
    pattern,
    (
      whole: string,
      hex?: string,
      braced?: string,
      short?: string,
      long?: string,
      octal?: string,
      line?: string,
      blanks?: string,
      one?: string,
    ) => {
      if (hex !== undefined && escapes.hex) return fromHex(hex, escapes.hex);
      if (braced !== undefined && escapes.braced) return character(braced.replaceAll('_', ''), 16);
      if (short !== undefined && escapes.unicode) return character(short, 16);
      if (long !== undefined && escapes.unicode === 'uU') return character(long, 16);
      if (octal !== undefined && escapes.octal) return character(octal, 8);
      if (line !== undefined && escapes.continues) return escapes.continues === 'line' ? (blanks ?? '') : '';
      const first = one ?? whole[1] ?? '';
      const rest = one === undefined ? whole.slice(2) : '';
      if (Object.hasOwn(escapes.simple, first)) return (escapes.simple[first] as string) + rest;
      return escapes.other === 'keep' ? whole : first + rest;
    },
  );
}

function fromHex(digits: string, kind: 'two' | 'wide'): string {
  const end = kind === 'two' ? 2 : Math.min(digits.length, 8);
  return character(digits.slice(0, end), 16) + digits.slice(kind === 'two' ? end : digits.length);
}

/** Halves of a pair are put together by standing next to each other. */
function character(digits: string, base: number): string {
  const point = Number.parseInt(digits, base);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
}
