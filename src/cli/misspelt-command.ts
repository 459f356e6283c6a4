import { existsSync } from 'node:fs';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';

/** Throws UserError for a first word that is no path, and that can only be meant for one of the commands. */
export function refuseMisspelt([word]: readonly string[], commands: readonly string[]): void {
  if (word === undefined || !/^[a-z]+(?:-[a-z]+)*$/i.test(word) || existsSync(word)) return;
  const near = nearest(word, commands);
  if (near !== undefined)
    throw new UserError(`There is no command and no path \`${word}\`. Did you mean \`docs-lint ${near}\`?`);
}
