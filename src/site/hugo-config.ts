import type { Host } from '../host/host.js';
import type { Json, Path } from '../model.js';
import { join } from '../paths.js';
import { readToml } from '../toml.js';
import { readYaml } from '../yaml.js';
import { type Entries, entriesOf } from './json.js';

/**
 * All of the configuration as one object, its keys in lower case since their case does not count: the file itself,
 * and those of `config/_default`, of which each but the main one stands for the key that it is named for.
 */
export function hugoConfig(
  host: Host,
  base: Path,
  path: Path,
  text: string,
): { readonly config: Entries; readonly isBlind: boolean } {
  const directory = join(base, 'config/_default');
  const texts = new Map<Path, string>([[path, text]]);
  for (const name of host.list(directory)) {
    const file = join(directory, name);
    if (/\.(?:toml|ya?ml|json)$/.test(name) && host.has(file) === 'file')
      texts.set(file, host.read(file) ?? '');
  }
  let config: Entries = {};
  for (const [file, its] of texts) {
    const stem = (file.split('/').at(-1) as string).split('.')[0] as string;
    const value = lowered(parse(file, its));
    const entries = stem === 'hugo' || stem === 'config' ? entriesOf(value) : { [stem.toLowerCase()]: value };
    config = { ...config, ...entries };
  }
  return { config, isBlind: [...texts.values()].every((its) => its.trim() === '') };
}

function parse(path: Path, text: string): Json {
  if (path.endsWith('.toml')) return readToml(text);
  return /\.(?:ya?ml|json)$/.test(path) ? readYaml(text) : null;
}

function lowered(value: Json, depth = 0): Json {
  if (typeof value !== 'object' || value === null || depth > 40) return value;
  if (Array.isArray(value)) return value.map((one: Json) => lowered(one, depth + 1));
  return Object.fromEntries(
    Object.entries(value as Entries).map(([key, one]) => [
      key.toLowerCase(),
      lowered(one ?? null, depth + 1),
    ]),
  );
}
