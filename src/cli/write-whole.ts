import { lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.js';

/**
 * Writes a file whole or not at all: a temporary file beside it takes its place at the end. What is no plain
 * file of its own, such as a pipe, a device or a link to a file, is written to as it stands.
 */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (isPlainOrNew(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(temporary, text);
      renameSync(temporary, file);
    } else writeFileSync(file, text);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UserError(`cannot be written: ${(error as Error).message}`, { path: file });
  }
}

function isPlainOrNew(file: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined || stats.isFile() || stats.isDirectory();
}
