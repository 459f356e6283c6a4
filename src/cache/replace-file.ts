import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file of a cache, given in pieces, whole or not at all. One that cannot be written is none, and no error. */
export function replaceFile(file: string, pieces: Iterable<string | Uint8Array>): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    for (const piece of pieces) appendFileSync(temporary, piece);
    renameSync(temporary, file);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // The directory may be one that nobody can write to.
    }
  }
}
