import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * What a file holds, if it is whole and was written for the same key; undefined for anything else. What was written
 * beside it is parsed when it is asked for.
 */
export function readStored(
  file: string,
  key: string,
): { readonly value: unknown; readonly beside: () => unknown } | undefined {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10);
    const body = bytes.subarray(end + 1);
    if (end <= 0 || bytes.toString('utf8', 0, end) !== headOf(key, [body])) return undefined;
    const next = body.indexOf(10);
    const value: unknown = JSON.parse(body.toString('utf8', 0, next < 0 ? body.length : next));
    return { value, beside: () => (next < 0 ? undefined : JSON.parse(body.toString('utf8', next))) };
  } catch {
    return undefined;
  }
}

/** What a file of a cache begins with; `body` in pieces. */
export function headOf(key: string, body: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha1');
  for (const piece of body) sum.update(piece);
  return `docs-lint cache ${JSON.stringify(key)} ${sum.digest('hex')}`;
}
