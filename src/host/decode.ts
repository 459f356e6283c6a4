import { Buffer, isAscii } from 'node:buffer';
import { UserError } from '../errors.js';
import type { Path } from '../model.js';

const strict = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 bytes to text without byte order mark. Throws UserError with the offset of the first wrong byte. */
export function decode(bytes: Uint8Array, path: Path): string {
  if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return strict.decode(bytes);
  } catch {
    const offset = firstInvalid(bytes);
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
      throw new UserError('is UTF-16. Save it as UTF-8.', { path });
    }
    let line = 1;
    for (let at = 0; at < offset; at++) if (bytes[at] === 10) line++;
    throw new UserError(`is not UTF-8: wrong byte at offset ${offset}. Save it as UTF-8.`, { path, line });
  }
}

/** Offset of the first byte that no UTF-8 text has there, by the ranges of the Unicode standard's table 3-7. */
function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return at;
    const second = bytes[at + 1] ?? 0;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (length > 1 && (second < low || second > high)) return at;
    for (let next = 2; next < length; next++) if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return at;
    at += length;
  }
  return at;
}
