import { buildId } from '../cache/build-id.js';
import { cacheDirectory } from '../cache/cache-directory.js';
import { type FactsCache, openCache } from '../cache/open-cache.js';

/**
 * The cache of a workspace, in a directory of its own or in a given one. Undefined where the program does not know which build it is, as
 * when it runs from its sources: facts of another build could be wrong.
 */
export function factsCache(workspace: string, parser: string, directory?: string): FactsCache | undefined {
  const build = buildId();
  if (build === undefined) return undefined;
  const { version, versions } = process;
  const key = JSON.stringify([build, parser, version, versions.unicode, workspace]);
  return openCache(directory ?? cacheDirectory(workspace), key);
}
