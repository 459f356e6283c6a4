import type { Path } from '../model.js';
import { isWithin, nameOf, parentOf } from '../paths.js';
import type { Host } from './host.js';
import { overlay } from './overlay.js';

/** A host in which a file has a text that no disk holds yet; the file need not be there. */
export function withFile(host: Host, path: Path, text: string): Host {
  if (host.has(path) === 'file') return overlay(host, new Map([[path, text]]));
  const parents = parentsOf(path);
  return {
    ...overlay(host, new Map([[path, text]])),
    has: (at) => (at === path ? 'file' : parents.includes(at) ? 'directory' : host.has(at)),
    list: (directory) => {
      const inside = [path, ...parents].filter((at) => at !== '' && parentOf(at) === directory).map(nameOf);
      return [...new Set([...host.list(directory), ...inside])].sort();
    },
    listed: (directory) => {
      const listed = host.listed(directory);
      return listed && isWithin(directory, path) ? [...listed, path].sort() : listed;
    },
  };
}

function parentsOf(path: Path): readonly Path[] {
  const parents: Path[] = [];
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) parents.push(at);
  return parents;
}
