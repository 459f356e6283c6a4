import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join } from 'node:path';

/** The file that a package name leads to from a directory; undefined when no such package is installed. */
export function resolvePackage(name: string, directory: string): string | undefined {
  try {
    const path = createRequire(join(directory, 'package.json')).resolve(name);
    // Node's own modules resolve to their bare names.
    return isAbsolute(path) ? path : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ERR_PACKAGE_PATH_NOT_EXPORTED' ? resolveImportOnly(name, directory) : undefined;
  }
}

/** For packages that export to `import` alone, which `require.resolve` does not see. */
function resolveImportOnly(specifier: string, directory: string): string | undefined {
  const [, name, rest] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
  if (name === undefined) return undefined;
  for (let at = directory; ; at = dirname(at)) {
    const root = join(at, 'node_modules', name);
    const exported = exportsOf(join(root, 'package.json'));
    if (exported !== undefined) {
      const target = chosen(isSubpaths(exported) ? exported[`.${rest}`] : rest === '' ? exported : undefined);
      return target === undefined ? undefined : join(root, target);
    }
    if (dirname(at) === at) return undefined;
  }
}

function exportsOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).exports;
  } catch {
    return undefined;
  }
}

function isSubpaths(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.keys(value).some((key) => key.startsWith('.'));
}

/** The target under the first condition that holds for `import` in Node. */
function chosen(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [condition, target] of Object.entries(value)) {
    if (!['node', 'import', 'default'].includes(condition)) continue;
    const found = chosen(target);
    if (found !== undefined) return found;
  }
  return undefined;
}
