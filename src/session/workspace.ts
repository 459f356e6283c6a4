import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.js';
import type { Path } from '../model.js';

/** Where the search for a config begins: the current directory, or the named paths' own when all lie elsewhere. */
export function startDirectory(cwd: string, paths: readonly string[]): string {
  const here = realpathSync(cwd);
  const named = paths.map((path) => resolve(here, path));
  if (named.length === 0 || named.some((path) => toPath(here, path) !== undefined)) return here;
  let common = real(
    statSync(named[0] as string, { throwIfNoEntry: false })?.isDirectory()
      ? (named[0] as string)
      : dirname(named[0] as string),
  );
  while (named.some((path) => toPath(common, real(path)) === undefined) && dirname(common) !== common)
    common = dirname(common);
  return common;
}

/**
 * The workspace without a config file: git's top level, else the current directory, else, for a tree
 * that lies elsewhere, the named directory, or what holds it when its name says that it is the docs alone.
 */
export function findWorkspace(start: string, cwd: string): string {
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) break;
  }
  return start !== realpathSync(cwd) && /^(?:docs?|documentation|content)$/i.test(basename(start))
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
  workspace: string,
  cwd: string,
  argument: string,
): { readonly path: Path; readonly kind: 'file' | 'directory' | undefined } {
  const absolute = real(resolve(realpathSync(cwd), argument));
  const path = toPath(workspace, absolute);
  if (path === undefined) {
    throw new UserError(
      `\`${argument}\` is outside of the workspace ${workspace}. Run docs-lint where it belongs to.`,
    );
  }
  const stats = statsOf(absolute);
  return { path, kind: stats === undefined ? undefined : stats.isDirectory() ? 'directory' : 'file' };
}

/** Undefined where there is nothing, and where a file stands for a directory above it. */
function statsOf(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** With the links of its directory resolved; a link at its end stays, since it is a name of its own. */
function real(path: string): string {
  try {
    if (statSync(path).isDirectory()) return realpathSync(path);
    return join(realpathSync(dirname(path)), path.slice(dirname(path).length));
  } catch {
    return path;
  }
}
