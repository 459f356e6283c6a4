import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Path } from '../model.js';

/** Whether a file begins with a byte order mark. False for one that cannot be read. */
export function hasMark(workspace: string, path: Path): boolean {
  const bytes = Buffer.alloc(3);
  try {
    const handle = openSync(join(workspace, path), 'r');
    try {
      readSync(handle, bytes);
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
  return bytes.equals(Buffer.from('\uFEFF'));
}
