import { readFileSync, type Stats, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.js';
import { decode } from '../host/decode.js';
import { resolvePackage } from './resolve-package.js';
import type { ConfigHost } from './types.js';

/** Configs and plugins from the disk. */
export const disk: ConfigHost = { readFile, importModule, resolvePackage };

function readFile(path: string): string | undefined {
  const stats = statOf(path);
  if (stats === undefined) return undefined;
  if (stats.isDirectory()) throw new UserError('A directory cannot be a config. Name a file.', { path });
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
    throw new UserError(`The file cannot be read: ${reason}.`, { path });
  }
  try {
    return decode(bytes, path);
  } catch (error) {
    // Its words go on where a path has begun.
    throw error instanceof UserError ? new UserError(`The file ${error.message}`, error.place) : error;
  }
}

/** What cannot even be looked up, as above a directory without permission, is not there. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

async function importModule(path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}
