import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** A name for the code that is built, which stands at the top of where it is built to. */
function buildId(): string | undefined {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const id = contentOf(join(at, 'build-id'));
    if (id !== undefined || contentOf(join(at, 'package.json')) !== undefined) return id;
  }
  return undefined;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
