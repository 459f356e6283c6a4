import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.js';

/**
 * Writes a file whole or not at all: a temporary file beside it takes its place at the end. What is no plain
 * file of its own, such as a pipe, a device or a link to a file, is written to as it stands.
 */
export function writeWhole(file: string, text: string | Iterable<string>): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    if (isPlainOrNew(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writePieces(temporary, text);
      renameSync(temporary, file);
    } else writePieces(file, text);
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary);
    throw new UserError(`cannot be written: ${(error as Error).message}`, { path: file });
  }
}

function writePieces(file: string, text: string | Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  try {
    for (const piece of typeof text === 'string' ? [text] : text) writeFileSync(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function isPlainOrNew(file: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats === undefined || stats.isFile() || stats.isDirectory();
}
