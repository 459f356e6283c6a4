import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join } from '../paths.js';

const skipped = new Set(['.git', 'node_modules', '.docusaurus', '.astro', '.vitepress', '.vuepress']);
const deepest = 40;

/** Every file below a directory, in order; no linked directory is entered, and none that holds no content. */
export function* filesBelow(
  host: Pick<Host, 'has' | 'list' | 'link'>,
  directory: Path,
  depth = 0,
): Iterable<Path> {
  for (const name of host.list(directory)) {
    const path = join(directory, name);
    if (host.has(path) === 'file') yield path;
    else if (depth < deepest && !skipped.has(name) && host.link(path) === undefined)
      yield* filesBelow(host, path, depth + 1);
  }
}
