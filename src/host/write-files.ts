import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Issue, UserError } from '../errors.js';
import type { Move, Path } from '../model.js';
import { moveEntry } from './move-entry.js';
import { type Place, writablePlace } from './writable-place.js';

/** A file as it was read and as it is to be, both without byte order mark. */
export interface Rewritten {
  readonly path: Path;
  readonly before: string;
  readonly after: string;
}

/** A rewritten file whose new content waits beside it. */
interface Prepared extends Place {
  readonly path: Path;
  readonly temporary: string;
  readonly old: Uint8Array;
}

/**
 * Writes all of the files or none, each whole or not at all: a temporary file beside each takes its place when all
 * of them are there. Keeps byte order mark, mode and owner. Throws UserError, and leaves all files as they were,
 * where one is no longer as it was read, or cannot be written. What is moved, files of these among it, goes last, in
 * one step.
 */
export function writeFiles(workspace: string, files: readonly Rewritten[], move?: Move): void {
  const prepared: Prepared[] = [];
  const issues: Issue[] = [];
  const renamed: Prepared[] = [];
  try {
    for (const file of files) {
      const old = currentBytes(workspace, file);
      if ('refusal' in old) issues.push(issueOf(file.path, old.refusal));
      else if (prepared.some((other) => other.file === old.file))
        issues.push(issueOf(file.path, 'is there twice'));
      else if (issues.length === 0) prepare(file, old, prepared);
    }
    if (issues.length > 0) throw UserError.of(issues);
    for (const one of prepared) {
      if (!readFileSync(one.file).equals(one.old)) throw UserError.of([issueOf(one.path, changed)]);
      renameSync(one.temporary, one.file);
      renamed.push(one);
    }
    const directories = new Set(prepared.map(({ file }) => dirname(file)));
    if (move) for (const directory of moveEntry(workspace, move)) directories.add(directory);
    for (const directory of directories) syncDirectory(directory);
  } catch (error) {
    const lost = renamed.toReversed().flatMap(rollBack);
    if (lost.length === 0 && error instanceof UserError) throw error;
    const { message } = error as Error;
    const rest =
      lost.length === 0 ? ' Nothing was written.' : ` These files were written: ${lost.join(', ')}.`;
    throw new UserError(`The ${move ? 'changes' : 'fixes'} cannot be written: ${message}.${rest}`);
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

const changed = 'has changed since it was read';

function issueOf(path: Path, refusal: string): Issue {
  return { place: { path }, message: `cannot be fixed: it ${refusal}. Nothing was written.` };
}

function currentBytes(
  workspace: string,
  { path, before }: Rewritten,
): (Place & { readonly old: Buffer }) | { readonly refusal: string } {
  const place = writablePlace(workspace, path);
  if ('refusal' in place) return place;
  const old = readFileSync(place.file);
  return isText(old, before) ? { ...place, old } : { refusal: changed };
}

function isText(bytes: Buffer, text: string): boolean {
  return bytes.subarray(hasMark(bytes) ? mark.length : 0).equals(Buffer.from(text));
}

const mark = Buffer.from('\uFEFF');

function hasMark(bytes: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

function prepare(
  { path, after }: Rewritten,
  place: Place & { readonly old: Buffer },
  prepared: Prepared[],
): void {
  const temporary = join(dirname(place.file), `.docs-lint-${randomBytes(8).toString('hex')}.tmp`);
  prepared.push({ ...place, path, temporary });
  const bytes = Buffer.concat([hasMark(place.old) ? mark : Buffer.alloc(0), Buffer.from(after)]);
  writeWith(temporary, bytes, place);
}

/** Writes a new file as the other one is: to the disk before anything takes the other's place. */
function writeWith(file: string, bytes: Uint8Array, { mode, owner, group }: Place): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, bytes);
    keepOwner(handle, owner, group);
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Only an administrator may give a file away. */
function keepOwner(handle: number, owner: number, group: number): void {
  try {
    fchownSync(handle, owner, group);
  } catch {
    // It stays with whoever writes it, as with any editor.
  }
}

/** Returns the path where the old content cannot be put back. */
function rollBack(one: Prepared): Path[] {
  const temporary = join(dirname(one.file), `.docs-lint-${randomBytes(8).toString('hex')}.tmp`);
  try {
    writeWith(temporary, one.old, one);
    renameSync(temporary, one.file);
    return [];
  } catch {
    rmSync(temporary, { force: true });
    return [one.path];
  }
}

/** So that the names too survive a loss of power; not every system can. */
function syncDirectory(directory: string): void {
  try {
    const handle = openSync(directory, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows has no such thing.
  }
}
