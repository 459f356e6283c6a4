import { join } from 'node:path';
import type { World } from '../trace/world.js';
import type { Host } from './host.js';
import type { Tree } from './tree.js';

/** The disk of a workspace, no link followed. */
export function diskTree(world: World, root: string, host: Host): Tree {
  return {
    entry(path) {
      if (host.link(path) === undefined) {
        const kind = host.has(path);
        return kind && { kind };
      }
      const to = world.target(join(root, path));
      return to === undefined ? undefined : { kind: 'link', to };
    },
    names: (directory) => host.list(directory),
    text: (path) => host.read(path),
  };
}
