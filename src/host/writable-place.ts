import { accessSync, constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Path } from '../model.js';

/** A file that may be replaced. */
export interface Place {
  /** Absolute, its links resolved. */
  readonly file: string;
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
}

/** Where a file of the workspace really is; or why it may not be written, as it goes on from its path: `is read-only`. */
export function writablePlace(workspace: string, path: Path): Place | { readonly refusal: string } {
  const root = realpathSync(workspace);
  const name = join(root, path);
  if (lstatSync(name, { throwIfNoEntry: false }) === undefined) return { refusal: 'is no longer there' };
  try {
    const file = realpathSync(name);
    const inside = relative(root, file);
    if (inside === '..' || inside.startsWith(`..${sep}`) || inside === file)
      return { refusal: 'is reached by a symbolic link out of the workspace' };
    const stats = statSync(file);
    if (!stats.isFile()) return { refusal: 'is no file' };
    if ((stats.mode & 0o222) === 0) return { refusal: 'is read-only' };
    accessSync(file, constants.W_OK);
    return { file, mode: stats.mode & 0o7777, owner: stats.uid, group: stats.gid };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { refusal: code === 'EACCES' || code === 'EPERM' || code === 'EROFS' ? 'is read-only' : message };
  }
}
