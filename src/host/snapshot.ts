import type { Path } from '../model.js';
import type { Host } from './host.js';

/** A host in which a file keeps the text with which it was first read, whoever writes to it meanwhile. */
export function snapshot(host: Host): Host {
  const known = new Map<Path, string | undefined>();
  return {
    ...host,
    read(path, how) {
      if (!known.has(path)) known.set(path, host.read(path, how));
      return known.get(path);
    },
  };
}
