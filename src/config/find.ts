import { dirname, join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import type { ConfigHost } from './types.js';

/** In the order in which one is preferred to another of its directory; package.json comes last. */
const configNames = ['jsonc', 'json', 'yaml', 'yml', 'js', 'mjs'].map(
  (extension) => `docs-lint.config.${extension}`,
);

/**
 * The config of the nearest directory that has one, from `directory` up to the root of the file system;
 * `ignored` are others of the same directory, which are not read.
 */
export function findConfig(
  directory: string,
  host: Pick<ConfigHost, 'readFile'>,
): { readonly path: string; readonly ignored: readonly string[] } | undefined {
  for (let at = directory; ; at = dirname(at)) {
    const found = configNames.map((name) => join(at, name)).filter((path) => exists(path, host));
    if (hasKey(join(at, 'package.json'), host)) found.push(join(at, 'package.json'));
    const [path, ...ignored] = found;
    if (path !== undefined) return { path, ignored };
    if (dirname(at) === at) return undefined;
  }
}

/** Whether something is there; what is wrong with it is said by whoever reads it. */
export function exists(path: string, host: Pick<ConfigHost, 'readFile'>): boolean {
  try {
    return host.readFile(path) !== undefined;
  } catch {
    return true;
  }
}

/** Whether a package.json has the key, its syntax errors left for whoever reads it as a config. */
function hasKey(path: string, host: Pick<ConfigHost, 'readFile'>): boolean {
  try {
    const text = host.readFile(path);
    if (!text?.includes('"docsLint"')) return false;
    const members = parseTree(text)?.children ?? [];
    return members.some(({ children: [key] = [] }) => key?.value === 'docsLint');
  } catch {
    return false;
  }
}
