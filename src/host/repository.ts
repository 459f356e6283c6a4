import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Path } from '../model.js';

export interface Repository {
  /** The web address of `origin`, as `https://host/owner/name`; undefined without such a remote. */
  readonly url?: string;
  /** The workspace inside the work tree. */
  readonly prefix: Path;
  readonly branch?: string;
}

/** What git's own files say of the work tree that holds a directory; undefined outside of one. Starts no process. */
export function readRepository(workspace: string): Repository | undefined {
  const top = topOf(workspace);
  if (top === undefined) return undefined;
  const directory = gitDirectory(top);
  const common = existsSync(join(directory, 'commondir'))
    ? resolve(directory, read(join(directory, 'commondir')).trim())
    : directory;
  const url = remote(read(join(common, 'config')));
  const branch = /^ref: refs\/heads\/(.+)$/m.exec(read(join(directory, 'HEAD')))?.[1];
  return {
    prefix: relative(top, workspace).split(sep).join('/'),
    ...(url === undefined ? {} : { url }),
    ...(branch === undefined ? {} : { branch: branch.trim() }),
  };
}

function topOf(workspace: string): string | undefined {
  for (let at = workspace; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** `.git` is a file in a linked work tree and in a submodule. */
function gitDirectory(top: string): string {
  const pointer = /^gitdir: (.+)$/m.exec(read(join(top, '.git')))?.[1];
  return pointer === undefined ? join(top, '.git') : resolve(top, pointer.trim());
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

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
