import { basename, dirname } from 'node:path/posix';
import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { nearest } from '../nearest.js';

/** What was meant by a path that is not there: the nearest name of the same directory, written as the path was. */
export function nearPath(host: Host, path: Path, written: string): string | undefined {
  const directory = path.includes('/') ? dirname(path) : '';
  if (host.has(directory) !== 'directory') return undefined;
  const near = nearest(basename(path), host.list(directory));
  return near === undefined ? undefined : written.replace(/\/+$/, '').replace(/[^/]*$/, () => near);
}
