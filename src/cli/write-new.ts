import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from '../errors.js';
import { writeWhole } from './write-whole.js';

/** Writes a file that is not there yet, and never one that lies elsewhere by way of a link. Throws UserError. */
export function writeNew(top: string, path: string, text: string): void {
  const file = join(top, path);
  if (lstatSync(file, { throwIfNoEntry: false }))
    throw new UserError('is there already, and is left as it is.', { path });
  let directory = dirname(file);
  while (!existsSync(directory) && dirname(directory) !== directory) directory = dirname(directory);
  const inside = relative(realpathSync(top), realpathSync(directory));
  if (inside === '..' || inside.startsWith(`..${sep}`))
    throw new UserError('would be written outside of the repository, by way of a link.', { path });
  writeWhole(file, text);
}
