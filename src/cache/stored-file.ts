import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { replaceFile } from './replace-file.js';

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
  const body = JSON.stringify(value);
  replaceFile(file, `${headOf(key, body)}\n${body}`);
}

function headOf(key: string, body: string): string {
  return `docs-lint cache ${JSON.stringify(key)} ${createHash('sha1').update(body).digest('hex')}`;
}
