import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diskConfigs } from '../config/disk.js';
import type { Workspace } from '../rule.js';
import type { World } from '../trace/world.js';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Files as Node finds them by a specifier, from the workspace on, then from this package, so that what it
 * depends on need not be installed twice.
 */
export function fileResolver(workspace: string, world: World): Workspace['resolve'] {
  const disk = diskConfigs(world);
  return (specifier, directory) => {
    const isPath = /^(?:\.{1,2}(?:[\\/]|$)|[\\/]|[A-Za-z]:)/.test(specifier);
    const path =
      disk.resolvePackage(specifier, resolve(workspace, directory)) ??
      (isPath ? undefined : disk.resolvePackage(specifier, here));
    const text = path === undefined ? undefined : disk.readFile(path);
    return path === undefined || text === undefined ? undefined : { path, text };
  };
}
