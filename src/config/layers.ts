import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type Issue, UserError } from '../errors.js';
import type { Json } from '../model.js';
import { nearest } from '../nearest.js';
import { exists } from './find.js';
import { importConfig } from './import-config.js';
import { issueAt } from './issue.js';
import { parseConfig } from './parse.js';
import { pointer as pointerOf } from './pointer.js';
import { presets } from './presets.js';
import type { ConfigHost, Layer, ParsedConfig } from './types.js';
import { code, codes } from './words.js';

/** More configs than anybody chains; it ends what doubles at each step. */
const most = 200;

interface Reading {
  readonly workspace: string;
  readonly host: ConfigHost;
  readonly issues: Issue[];
  /** Each file is read once, however often it is extended; undefined for one that has syntax errors. */
  readonly parsed: Map<string, ParsedConfig | undefined>;
  count: number;
}

/**
 * A config and all that it extends, in the order in which later ones win: its own layer is the last. Adds what
 * is wrong to `issues`, and goes on without it.
 */
export async function readLayers(path: string, host: ConfigHost, issues: Issue[]): Promise<readonly Layer[]> {
  const reading: Reading = { workspace: dirname(path), host, issues, parsed: new Map(), count: 0 };
  const parsed = await read(reading, path);
  return parsed ? expand(reading, { parsed, kind: 'own' }, [path]) : [];
}

async function expand(reading: Reading, layer: Layer, chain: readonly string[]): Promise<readonly Layer[]> {
  const layers: Layer[] = [];
  for (const { name, pointer } of entries(layer.parsed.value)) {
    const report = (message: string): void => void reading.issues.push(issueIn(layer, pointer, message));
    if (++reading.count > most) {
      if (reading.count === most + 1)
        report(`Here, ${code('extends')} has named more than ${most} configs. Extend fewer.`);
      break;
    }
    const preset = presets.get(name);
    if (preset !== undefined) {
      const parsed: ParsedConfig = { path: name, name, text: '', value: preset, locate: () => undefined };
      layers.push({ parsed, kind: 'preset', from: { layer, pointer } });
      continue;
    }
    const isPath = isPathName(name);
    const directory = dirname(layer.parsed.path);
    const path = isPath ? resolve(directory, name) : reading.host.resolvePackage(name, directory);
    if (path === undefined || (isPath && !exists(path, reading.host))) {
      report(missing(reading, name, isPath, directory));
    } else if (chain.includes(path)) {
      const names = [...chain.slice(chain.indexOf(path)), path].map((one) => code(nameOf(reading, one)));
      report(`A config cannot extend itself: ${names.join(' extends ')}. Remove one of them.`);
    } else {
      const parsed = await read(reading, path);
      const kind = isPath && layer.kind !== 'package' ? 'file' : 'package';
      if (parsed)
        layers.push(...(await expand(reading, { parsed, kind, from: { layer, pointer } }, [...chain, path])));
    }
  }
  return [...layers, layer];
}

function entries(value: Json): { readonly name: string; readonly pointer: string }[] {
  const extended = memberOf(value, 'extends');
  const names = Array.isArray(extended)
    ? extended.map((name, index) => ({ name, pointer: pointerOf('extends', index) }))
    : [{ name: extended, pointer: '/extends' }];
  return names.filter((entry) => typeof entry.name === 'string' && entry.name !== '');
}

/** Whether a name in `extends` or `plugins` is a path; otherwise it is a package. */
export function isPathName(name: string): boolean {
  return /^\.{0,2}(?:\/|$)/.test(name) || isAbsolute(name);
}

/** A member of a config that may still be of any shape. */
export function memberOf(value: Json, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, Json>>)[key] : undefined;
}

export function issueIn({ parsed }: Layer, pointer: string, message: string): Issue {
  return issueAt(parsed, parsed.locate(pointer, 'value'), message);
}

async function read(reading: Reading, path: string): Promise<ParsedConfig | undefined> {
  if (reading.parsed.has(path)) return reading.parsed.get(path);
  const parsed = await parse(reading, path);
  reading.parsed.set(path, parsed);
  return parsed;
}

async function parse(reading: Reading, path: string): Promise<ParsedConfig | undefined> {
  const name = nameOf(reading, path);
  try {
    const text = reading.host.readFile(path);
    if (text === undefined) throw new UserError('There is no such config file.', { path: name });
    const isModule = ['.js', '.mjs', '.cjs'].includes(extname(path).toLowerCase());
    return await (isModule
      ? importConfig({ path, name, text }, reading.host)
      : parseConfig(text, path, name));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const renamed = error.issues.map((issue) =>
      issue.place ? { ...issue, place: { ...issue.place, path: name } } : issue,
    );
    reading.issues.push(...renamed);
    return undefined;
  }
}

/** As messages name it: from the workspace, or whole where it lies elsewhere. */
function nameOf({ workspace }: Reading, path: string): string {
  const inside = relative(workspace, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
}

function missing(reading: Reading, name: string, isPath: boolean, directory: string): string {
  if (isPath)
    return `There is no file ${code(name)} to extend. Its path counts from the config that names it.`;
  const path = exists(resolve(directory, name), reading.host) ? `./${name}` : undefined;
  const near = path ?? nearest(name, presets.keys());
  const hint = near === undefined ? '' : ` Did you mean ${code(near)}?`;
  return `There is no preset and no installed package ${code(name)}.${hint} Presets: ${codes(presets.keys())}. A path starts with \`./\`.`;
}
