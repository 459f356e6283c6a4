import { UserError } from '../errors.js';
import type { Host } from '../host/host.js';
import { isTaken } from '../host/move-entry.js';
import type { Move, Path } from '../model.js';
import { isWithin, join, nameOf } from '../paths.js';
import { world } from '../trace/world.js';
import type { Session } from './open.js';
import { namedPath } from './workspace.js';

/** A move, and every file that it takes along. */
export interface PlannedMove extends Move {
  readonly files: readonly Path[];
}

/**
 * What two words of a command line ask for: a folder that is there is moved into, as `mv` does. Throws UserError for
 * what cannot be moved so, or not without harm that no link could tell of.
 */
export function planMove(
  { input, workspace }: Pick<Session, 'input' | 'workspace'>,
  cwd: string,
  [source, destination]: readonly [string, string],
): PlannedMove {
  const { host, roots, configTexts } = input;
  if (source === '' || destination === '')
    throw new UserError('An empty word names no place. Write what to move, and where to.');
  const { path: from } = namedPath(world, workspace, cwd, source);
  const to = targetOf(host, from, destination, namedPath(world, workspace, cwd, destination).path);
  if (from === '') throw new UserError('The workspace itself cannot be moved.');
  const refuse = (path: Path, message: string): never => {
    throw new UserError(message, { path });
  };
  for (const path of [from, to]) if (isOfGit(path)) refuse(path, 'is where git keeps what is its own.');
  if (host.link(from) !== undefined)
    refuse(from, 'is a symbolic link. Move what it leads to, or the link itself with `mv`.');
  if (host.has(from) === undefined) refuse(from, 'is not there, so it cannot be moved.');
  if (to === from) refuse(from, 'is there already.');
  if (isWithin(from, to)) refuse(from, `cannot be moved into itself, to ${to}.`);
  const root = roots.find((one) => isWithin(from, one));
  if (root !== undefined) refuse(from, `holds the docs root ${root}. Move what is in it.`);
  const config = [...configTexts.keys()].find((path) => isWithin(from, path));
  if (config !== undefined) refuse(config, 'is the config, which stays where it is.');
  for (let at = to; at.includes('/'); ) {
    at = at.slice(0, at.lastIndexOf('/'));
    if (host.has(at) === 'file') refuse(at, 'is a file, so that nothing can be moved into it.');
  }
  if (isTaken(workspace, { from, to }))
    refuse(to, 'is there already. Choose another name, or remove it first.');
  if (host.ignored([to]).size > 0) refuse(to, 'is ignored by git. Choose a place that git holds.');
  const other = otherRepository(host, from);
  if (other !== undefined)
    refuse(other, 'is a submodule or a work tree, whose place git keeps. Move it with `git`.');
  const files = [...filesBelow(host, from)].sort();
  refuseLinks(host, { from, to }, refuse);
  return { from, to, files };
}

function isOfGit(path: Path): boolean {
  return path.split('/').some((name) => name.toLowerCase() === '.git');
}

function targetOf(host: Host, from: Path, written: string, path: Path): Path {
  const isInto = host.has(path) === 'directory' && path !== from && path.toLowerCase() !== from.toLowerCase();
  if (!isInto && /[\\/]$/.test(written) && host.has(from) === 'file') return join(path, nameOf(from));
  return isInto ? join(path, nameOf(from)) : path;
}

/** A directory with a file of git that says where its repository is: it would be wrong elsewhere. */
function otherRepository(host: Host, path: Path): Path | undefined {
  if (host.has(path) !== 'directory' || host.link(path) !== undefined) return undefined;
  if (host.has(join(path, '.git')) === 'file') return path;
  for (const name of host.list(path)) {
    const found = name === '.git' ? undefined : otherRepository(host, join(path, name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every file below, whoever ignores it; what git keeps for itself is none. */
function* filesBelow(host: Host, path: Path): Iterable<Path> {
  if (host.has(path) === 'file') yield path;
  else if (host.link(path) === undefined)
    for (const name of host.list(path)) if (name !== '.git') yield* filesBelow(host, join(path, name));
}

/** Symbolic links say where they lead by themselves; nothing rewrites them. */
function refuseLinks(host: Host, move: Move, refuse: (path: Path, message: string) => never): void {
  const others = (host.listed('') ?? []).filter((path) => host.link(path) !== undefined);
  for (const path of others) {
    const link = host.link(path);
    if (typeof link !== 'object') continue;
    if (isWithin(move.from, path) !== isWithin(move.from, link.to))
      refuse(path, `is a symbolic link to ${link.to}, and would lead to nothing. Change the link first.`);
  }
}
