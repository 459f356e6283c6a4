import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Path } from '../model.js';
import { world as machine, type World } from '../trace/world.js';

export interface Repository {
  /** The web address of `origin`, as `https://host/owner/name`; undefined without such a remote. */
  readonly url?: string;
  /** The workspace inside the work tree. */
  readonly prefix: Path;
  readonly branch?: string;
}

/** What git's own files say of the work tree that holds a directory; undefined outside of one. Starts no process. */
export function readRepository(workspace: string, world: World = machine): Repository | undefined {
  const top = topOf(workspace, world);
  if (top === undefined) return undefined;
  const directory = gitDirectory(top, world);
  const common = commonDirectory(directory, world);
  const url = remote(read(join(common, 'config'), world));
  const branch = /^ref: refs\/heads\/(.+)$/m.exec(read(join(directory, 'HEAD'), world))?.[1];
  return {
    prefix: relative(top, workspace).split(sep).join('/'),
    ...(url === undefined ? {} : { url }),
    ...(branch === undefined ? {} : { branch: branch.trim() }),
  };
}

function topOf(workspace: string, world: World): string | undefined {
  for (let at = workspace; ; at = dirname(at)) {
    if (world.kind(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** `.git` is a file in a linked work tree and in a submodule. */
function gitDirectory(top: string, world: World): string {
  const pointer = /^gitdir: (.+)$/m.exec(read(join(top, '.git'), world))?.[1];
  return pointer === undefined ? join(top, '.git') : resolve(top, pointer.trim());
}

/** What linked work trees share lies in one place. */
function commonDirectory(directory: string, world: World): string {
  const pointer = read(join(directory, 'commondir'), world).trim();
  return pointer === '' ? directory : resolve(directory, pointer);
}

/** Where Git LFS keeps what the files of a work tree point at; there is none where it was never used. */
export function lfsObjects(workspace: string, world: World): string | undefined {
  const top = topOf(workspace, world);
  if (top === undefined) return undefined;
  const objects = join(commonDirectory(gitDirectory(top, world), world), 'lfs', 'objects');
  return world.kind(objects) === 'directory' ? objects : undefined;
}

function remote(config: string): string | undefined {
  const section = /^\[remote "origin"\]\s*\n((?:(?!\[)[^\n]*\n?)*)/m.exec(config)?.[1] ?? '';
  const address = /^\s*url\s*=\s*(\S+)/m.exec(section)?.[1];
  const match =
    /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/|[^@/\s]+@([^:/]+):)(.+?)(?:\.git)?\/?$/.exec(
      address ?? '',
    );
  return match ? `https://${match[1] ?? match[2]}/${match[3]}` : undefined;
}

function read(file: string, world: World): string {
  try {
    return world.read(file, (bytes) => bytes.toString('utf8'));
  } catch {
    return '';
  }
}
