const simple: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const escapes = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^xuU0-7]))/gu;

/** The value of a string literal, its quotes included; of a rune literal too. */
export function stringValue(literal: string): string {
  const body = literal.slice(
    1,
    literal.length > 1 && literal.endsWith(literal[0] as string) ? -1 : undefined,
  );
  if (literal[0] === '`') return body.replaceAll('\r', '');
  if (!body.includes('\\')) return body;
  return /\\[x0-7]/.test(body) ? fromBytes(body) : body.replace(escapes, plain);
}

function plain(whole: string, _x?: string, _octal?: string, u?: string, U?: string, other?: string): string {
  if (other !== undefined) return simple[other] ?? whole;
  return character(Number.parseInt((u ?? U) as string, 16));
}

function character(point: number): string {
  const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return String.fromCodePoint(valid ? point : 0xfffd);
}

/** `\x` and `\377` are bytes, of which several may make one character. */
function fromBytes(body: string): string {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (const match of body.matchAll(escapes)) {
    const [whole, x, octal, u, U, other] = match;
    chunks.push(encoder.encode(body.slice(from, match.index)));
    const byte =
      x !== undefined ? Number.parseInt(x, 16) : octal !== undefined ? Number.parseInt(octal, 8) : undefined;
    chunks.push(
      byte === undefined ? encoder.encode(plain(whole, x, octal, u, U, other)) : Uint8Array.of(byte & 255),
    );
    from = match.index + whole.length;
  }
  chunks.push(encoder.encode(body.slice(from)));
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
