import { basename, dirname } from 'node:path';
import type { World } from './world.js';

/** A world that says of each path that it was asked for, and of each directory that was listed with no name. */
export function noticingWorld(
  world: World,
  notice: (directory: string, name: string | undefined) => void,
): World {
  const inside = <T>(ask: (path: string) => T) => {
    return (path: string): T => {
      notice(dirname(path), basename(path));
      return ask(path);
    };
  };
  return {
    ...world,
    read(file, use) {
      notice(dirname(file), basename(file));
      return world.read(file, use);
    },
    kind: inside(world.kind),
    real: inside(world.real),
    isLink: inside(world.isLink),
    target: inside(world.target),
    list(directory) {
      notice(directory, undefined);
      return world.list(directory);
    },
  };
}
