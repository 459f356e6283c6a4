import { lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../errors.js';
import type { Move, Path } from '../model.js';

/**
 * Gives a file or a folder its new place in one step, and takes away the directories that are empty then. Returns the
 * directories that hold something new or no longer hold something. Throws UserError where something is there already.
 */
export function moveEntry(workspace: string, { from, to }: Move): readonly string[] {
  const root = realpathSync(workspace);
  const [source, target] = [join(root, from), join(root, to)];
  const created = mkdirSync(dirname(target), { recursive: true });
  try {
    if (isTaken(root, { from, to }))
      throw new UserError('is there already. Nothing was moved.', { path: to });
    renameSync(source, target);
  } catch (error) {
    if (created !== undefined) removeEmpty(dirname(target), dirname(created));
    throw error;
  }
  removeEmpty(dirname(source), root);
  return [dirname(target), dirname(source)];
}

/** Whether another file or folder has the name. On disks that do not tell letter cases apart, the moved one itself may. */
export function isTaken(workspace: string, { from, to }: Move): boolean {
  const target = join(workspace, to);
  const there = lstatSync(target, { throwIfNoEntry: false });
  if (!there) return false;
  if (from.toLowerCase() !== to.toLowerCase() && from.normalize() !== to.normalize()) return true;
  const source = lstatSync(join(workspace, from), { throwIfNoEntry: false });
  return source?.ino !== there.ino || source.dev !== there.dev || namesIn(target).includes(basename(target));
}

function namesIn(target: string): readonly string[] {
  return readdirSync(dirname(target));
}

/** Upwards from a directory, as long as they are empty, but not the one at the top. */
function removeEmpty(directory: string, top: Path): void {
  for (let at = directory; at !== top && at.startsWith(top); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
