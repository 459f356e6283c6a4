import type { Path } from '../model.js';
import type { Host } from './host.js';

/** A host that adds to `beside` the files that are read otherwise than to be checked. */
export function notingReads(host: Host, beside: Set<Path>): Host {
  return {
    ...host,
    read(path, how) {
      if (how === undefined) beside.add(path);
      return host.read(path, how);
    },
  };
}
