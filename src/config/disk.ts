import { UserError } from '../errors.js';
import { decode } from '../host/decode.js';
import { importFile } from '../import-file.js';
import { world as machine, type World } from '../trace/world.js';
import { resolvePackage } from './resolve-package.js';
import type { ConfigHost } from './types.js';

/** Configs and plugins from the disk. */
export function diskConfigs(world: World = machine): ConfigHost {
  return {
    readFile: (path) => readFile(path, world),
    importModule: (path) => {
      world.cannotTell();
      return importFile(path, world.generation);
    },
    resolvePackage: (name, directory) => {
      world.cannotTell();
      return resolvePackage(name, directory);
    },
  };
}

function readFile(path: string, world: World): string | undefined {
  const kind = world.kind(path);
  if (kind === undefined) return undefined;
  if (kind === 'directory') throw new UserError('A directory cannot be a config. Name a file.', { path });
  try {
    return world.read(path, (bytes) => decode(bytes, path));
  } catch (error) {
    // Its words go on where a path has begun.
    if (error instanceof UserError) throw new UserError(`The file ${error.message}`, error.place);
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : message;
    throw new UserError(`The file cannot be read: ${reason}.`, { path });
  }
}
