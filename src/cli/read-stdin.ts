import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';

interface Given {
  readonly stdinFilename?: string;
  readonly suppressAll?: boolean;
  readonly pruneBaseline?: boolean;
}

/** Reads standard input where it stands for a page. Throws UserError where it cannot stand for one. */
export function readStdin(
  paths: readonly string[],
  { stdinFilename: path, suppressAll, pruneBaseline }: Given,
): { readonly path: string; readonly bytes: Uint8Array } | undefined {
  if (path === undefined) return undefined;
  if (path === '')
    throw new UserError('`--stdin-filename` names no page. Name the one that the text is to be checked as.');
  if (paths.length > 0) throw new UserError('With `--stdin-filename` no other paths can be named.');
  if (suppressAll || pruneBaseline)
    throw new UserError('The baseline is written from files, not from standard input.');
  return { path, bytes: readFileSync(0) };
}
