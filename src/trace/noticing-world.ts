import { dirname } from 'node:path';
import type { World } from './world.js';

/** A world that says of each directory whether anything in it was asked for. */
export function noticingWorld(world: World, notice: (directory: string) => void): World {
  const inside = <T>(ask: (path: string) => T) => {
    return (path: string): T => {
      notice(dirname(path));
      return ask(path);
    };
  };
  return {
    ...world,
    read(file, use) {
      notice(dirname(file));
      return world.read(file, use);
    },
    kind: inside(world.kind),
    real: inside(world.real),
    isLink: inside(world.isLink),
    target: inside(world.target),
    list(directory) {
      notice(directory);
      return world.list(directory);
    },
  };
}
