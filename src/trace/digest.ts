import * as crypto from 'node:crypto';
import type { Dirent } from 'node:fs';

/** A digest of bytes or of text. Node 20 has the faster way from 20.12 on. */
export function digest(data: string | Uint8Array): string {
  return typeof crypto.hash === 'function'
    ? crypto.hash('sha1', data, 'base64')
    : crypto.createHash('sha1').update(data).digest('base64');
}

/** What a directory holds, whatever order it is told in. */
export function digestOfEntries(entries: readonly Dirent[]): string {
  const names = entries.map((entry) => {
    const kind = entry.isSymbolicLink() ? 'l' : entry.isDirectory() ? 'd' : entry.isFile() ? 'f' : 'o';
    return `${kind}${entry.name}`;
  });
  return digest(names.sort().join('\0'));
}

/** What stands for an error in place of a digest. */
export function digestOfError(error: unknown): string {
  return `!${(error as NodeJS.ErrnoException).code ?? 'error'}`;
}

/** What stands for a short answer. */
export function digestOfAnswer(answer: string | boolean | undefined): string {
  return `=${answer ?? ''}`;
}

/** What stands for an output of git. */
export function digestOfOutput(output: Buffer | undefined): string {
  return output === undefined ? '!' : digest(output);
}
