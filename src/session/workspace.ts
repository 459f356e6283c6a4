import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Path } from '../model.js';
import type { World } from '../trace/world.js';

/** Where the search for a config begins: the current directory, or the named paths' own when all lie elsewhere. */
export function startDirectory(world: World, cwd: string, paths: readonly string[]): string {
  const here = world.real(cwd);
  const named = paths.map((path) => resolve(here, path));
  if (named.length === 0 || named.some((path) => toPath(here, path) !== undefined)) return here;
  const [first = here] = named;
  let common = real(world, world.kind(first) === 'directory' ? first : dirname(first));
  while (named.some((path) => toPath(common, real(world, path)) === undefined) && dirname(common) !== common)
    common = dirname(common);
  return common;
}

/**
 * The workspace without a config file: git's top level, else the current directory, else, for a tree
 * that lies elsewhere, the named directory, or what holds it when its name says that it is the docs alone.
 */
export function findWorkspace(world: World, start: string, cwd: string): string {
  for (let at = start; ; at = dirname(at)) {
    if (world.kind(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  return start !== world.real(cwd) && /^(?:docs?|documentation|content)$/i.test(basename(start))
    ? dirname(start)
    : start;
}

/** An absolute path as one of the workspace; undefined outside of it. */
export function toPath(workspace: string, absolute: string): Path | undefined {
  const inside = relative(workspace, absolute);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return inside.split(sep).join('/');
}

/** What a path on the command line names. Throws UserError when it lies outside of the workspace. */
export function namedPath(
  world: World,
  workspace: string,
  cwd: string,
  argument: string,
): { readonly path: Path; readonly kind: 'file' | 'directory' | undefined } {
  const absolute = real(world, resolve(world.real(cwd), argument));
  const path = toPath(workspace, absolute);
  if (path === undefined) {
    throw new UserError(
      `\`${argument}\` is outside of the workspace ${workspace}. Run docs-lint where it belongs to.`,
    );
  }
  const kind = world.kind(absolute);
  return { path, kind: kind === 'other' ? 'file' : kind };
}

/** With the links of its directory resolved; a link at its end stays, since it is a name of its own. */
function real(world: World, path: string): string {
  try {
    const kind = world.kind(path);
    if (kind === undefined) return path;
    return kind === 'directory'
      ? world.real(path)
      : join(world.real(dirname(path)), path.slice(dirname(path).length));
  } catch {
    return path;
  }
}
