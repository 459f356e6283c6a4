import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a file holds, if it is whole and was written for the same key; undefined for anything else. */
export function readStored(file: string, key: string): unknown {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    return end > 0 && text.slice(0, end) === headOf(key, body) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all. A cache that cannot be written is none, and no error. */
export function writeStored(file: string, key: string, value: unknown): void {
  const temporary = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const body = JSON.stringify(value);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, `${headOf(key, body)}\n${body}`);
    renameSync(temporary, file);
  } catch {
    try {
      rmSync(temporary, { force: true });
    } catch {
      // The directory may be one that nobody can write to.
    }
  }
}

function headOf(key: string, body: string): string {
  return `docs-lint cache ${JSON.stringify(key)} ${createHash('sha1').update(body).digest('hex')}`;
}
