import type { Host } from '../host/host.js';
import type { Anchors, Facts, Path, Project, Target } from '../model.js';
import { pageAnchors } from './anchors.js';
import { resolve } from './resolve.js';

/** The tree as rules see it. `files` may grow while sources are read; anchors are worked out when asked for. */
export function buildProject(
  host: Host,
  files: ReadonlyMap<Path, Facts>,
  tree: { readonly roots: readonly Path[]; readonly pages: readonly Path[]; readonly git: boolean },
): Project {
  const anchors = new Map<Path, Anchors>();
  const targets = new Map<Path, Map<string, Target>>();
  return {
    ...tree,
    files,
    has: (path) => host.has(path),
    list: (directory) => host.list(directory),
    resolve(from, url) {
      const known = targets.get(from) ?? new Map<string, Target>();
      targets.set(from, known);
      const target = known.get(url) ?? resolve(host, from, url);
      known.set(url, target);
      return target;
    },
    anchors(path) {
      const facts = files.get(path);
      if (!facts) return undefined;
      const known = anchors.get(path) ?? pageAnchors(facts);
      anchors.set(path, known);
      return known;
    },
  };
}
