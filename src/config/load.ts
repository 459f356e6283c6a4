import { basename, isAbsolute, resolve } from 'node:path';
import { type Issue, UserError } from '../errors.js';
import { normalize } from '../paths.js';
import type { Rule } from '../rule.js';
import { diskConfigs } from './disk.js';
import { findConfig } from './find.js';
import { issueIn, memberOf, readLayers } from './layers.js';
import { loadPlugins } from './plugins.js';
import { pointer as pointerOf } from './pointer.js';
import { resolveConfig } from './resolve.js';
import { configSchema } from './schema.js';
import { areSurelyValid } from './surely-valid.js';
import type { Config, ConfigHost, Layer } from './types.js';
import { code } from './words.js';

export interface LoadOptions {
  /** Absolute; the search starts here. */
  readonly cwd: string;
  /** This config, and no search; relative to `cwd`. */
  readonly file?: string | undefined;
  /** The built-in rules, by id. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** What `site.generator` may be. */
  readonly generators: readonly string[];
  /** In place of the disk: any of its parts. */
  readonly host?: Partial<ConfigHost>;
}

/**
 * Finds, reads, validates and merges the config of a run. Throws one UserError with everything that is wrong in
 * any of its files. Without a config file nothing but a few look-ups happens: no parser, no ajv.
 */
export async function loadConfig(options: LoadOptions): Promise<Config> {
  const { cwd, file, rules: builtIn } = options;
  const host: ConfigHost = { ...diskConfigs(), ...options.host };
  const found = file === undefined ? findConfig(cwd, host) : { path: resolve(cwd, file), ignored: [] };
  if (found === undefined) return resolveConfig({ layers: [], builtIn });

  const issues: Issue[] = [];
  const layers = await readLayers(found.path, host, issues);
  const before = issues.length;
  const plugins = await loadPlugins(layers, builtIn, host, issues);
  const pluginsFailed = issues.length > before;
  if (layers.length > 0) issues.push(...(await validate(layers, options, plugins, pluginsFailed)));
  if (issues.length > 0) throw UserError.of(inOrder(issues));
  return resolveConfig({ layers, builtIn, plugins, warnings: warningsOf(found) });
}

/** Every error of every layer. Presets are ours, and may speak of rules that this run does not have. */
async function validate(
  layers: readonly Layer[],
  { rules: builtIn, generators }: LoadOptions,
  plugins: ReadonlyMap<string, Rule>,
  pluginsFailed: boolean,
): Promise<Issue[]> {
  const written = new Map(
    layers.filter(({ kind }) => kind !== 'preset').map((layer) => [layer.parsed, layer]),
  );
  const values = [...written.keys()].map(({ value }) => value);
  const all = new Map([...builtIn, ...plugins]);
  if (!pluginsFailed && areSurelyValid(values, all)) return [...written.values()].flatMap(outside);
  const { configValidator } = await import('./validate.js');
  const texts = values.map((value) => JSON.stringify(value));
  const isNamed = (id: string): boolean => texts.some((text) => text.includes(JSON.stringify(id)));
  const schema = configSchema(all, generators, isNamed);
  const check = configValidator(schema, { pluginsFailed });
  return [...written].flatMap(([parsed, layer]) => [...check(parsed), ...outside(layer)]);
}

/** Docs roots that are not in the workspace. */
function outside(layer: Layer): Issue[] {
  const docs = memberOf(layer.parsed.value, 'docs');
  return (Array.isArray(docs) ? docs : []).flatMap((path, index) => {
    if (typeof path !== 'string' || (!isAbsolute(path) && normalize(path) !== undefined)) return [];
    const reason = 'Docs lie in the directory of the config or below it; name them relative to it.';
    return [issueIn(layer, pointerOf('docs', index), `The docs root ${code(path)} is outside. ${reason}`)];
  });
}

/** File by file, each from top to bottom. */
function inOrder(issues: readonly Issue[]): Issue[] {
  const files = [...new Set(issues.map(({ place }) => place?.path))];
  const key = ({ place }: Issue): number[] => [
    files.indexOf(place?.path),
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  return issues.toSorted((a, b) => {
    const others = key(b);
    return (
      key(a)
        .map((part, index) => part - (others[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  });
}

function warningsOf({
  path,
  ignored,
}: {
  readonly path: string;
  readonly ignored: readonly string[];
}): string[] {
  if (ignored.length === 0) return [];
  const names = ignored.map((one) => code(basename(one))).join(' and ');
  return [
    `${code(basename(path))} is read, and ${names} beside it is ignored. Keep one config in a directory.`,
  ];
}
