import type { Path } from '../../../src/rule.js';
import type { DataKey } from './data-key.js';
import { jsonKeys } from './json-keys.js';
import { tomlKeys } from './toml-keys.js';
import { yamlKeys } from './yaml-keys.js';

/** Whether a file is one whose keys can be read. */
export function isData(path: Path): boolean {
  return /\.(?:ya?ml|json|jsonc|json5|toml)$/i.test(path);
}

/** The keys of a file of data; of a JSON Schema, those that it describes. None of any other file. */
export function keysOf(text: string, path: Path): readonly DataKey[] {
  if (!isData(path)) return [];
  const keys = /\.toml$/i.test(path)
    ? tomlKeys(text)
    : /\.ya?ml$/i.test(path)
      ? yamlKeys(text)
      : jsonKeys(text);
  if (!keys.some((key) => key.path === 'properties' && key.holds === 'keys')) return keys;
  const paths = new Set(keys.map((key) => key.path));
  return keys.flatMap((key): DataKey[] => {
    const segments = key.path.split('.');
    if (segments.length % 2 !== 0 || segments.some((one, index) => index % 2 === 0 && one !== 'properties'))
      return [];
    const own = segments.filter((_, index) => index % 2 === 1);
    const inner = paths.has(`${key.path}.properties`);
    return [{ ...key, path: own.join('.'), holds: inner ? 'keys' : 'anything' }];
  });
}
