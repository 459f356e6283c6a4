import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where a workspace's cache is: with its installed packages, else with what the user's other programs keep. */
export function cacheDirectory(
  workspace: string,
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'> = process,
): string {
  const packages = join(workspace, 'node_modules');
  if (statSync(packages, { throwIfNoEntry: false })?.isDirectory())
    return join(packages, '.cache', 'docs-lint');
  const name = createHash('sha256').update(workspace).digest('hex').slice(0, 16);
  return join(userCache(env, platform), 'docs-lint', name);
}

/** What the user's programs keep. */
export function userCache(
  { XDG_CACHE_HOME, LOCALAPPDATA }: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): string {
  if (XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}
