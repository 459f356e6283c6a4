import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Issue } from '../errors.js';
import type { Json, Path, Setting } from '../model.js';
import { normalize } from '../paths.js';
import type { Rule } from '../rule.js';
import { fillDefaults } from './defaults.js';
import { issueAt } from './issue.js';
import { mergeEntry } from './merge-entry.js';
import { pointer as pointerOf } from './pointer.js';
import type { Config, Layer, Override, Place, ResolvedRule, RuleEntry, Site } from './types.js';

type RuleValue = Setting | readonly [Setting, Json?];

/** A config whose shape is validated. */
interface Shape {
  readonly docs?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly site?: {
    readonly generator?: string | readonly string[];
    readonly url?: string;
    readonly repository?: string;
  };
  readonly rules?: Readonly<Record<string, RuleValue>>;
  readonly overrides?: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, RuleValue>>;
  }[];
}

export interface Resolvable {
  /** Validated; later ones win. Empty without a config file. */
  readonly layers: readonly Layer[];
  readonly builtIn: ReadonlyMap<string, Rule>;
  readonly plugins?: ReadonlyMap<string, Rule>;
  readonly warnings?: readonly string[];
}

/** Which files are pages where no config says so. */
export const everything = ['**/*.md', '**/*.mdx'];

/**
 * One config of many. Of `docs`, `include` and `exclude` the last that says something is taken whole; `site` is
 * merged key by key; overrides follow each other; a rule's severity alone keeps options that were set before,
 * a severity with options replaces them.
 */
export function resolveConfig({ layers, builtIn, plugins = new Map(), warnings = [] }: Resolvable): Config {
  const own = layers.at(-1);
  const workspace = own && dirname(own.parsed.path);
  const shapes = layers.map(({ parsed }) => parsed.value as Shape);
  const known = new Map([...builtIn, ...plugins]);
  const last = <K extends 'docs' | 'include' | 'exclude'>(key: K): Shape[K] | undefined =>
    shapes.findLast((shape) => shape[key] !== undefined)?.[key];

  const rules = new Map<string, ResolvedRule>();
  for (const [id, rule] of known) {
    const where = (): Place => place(own, '', workspace);
    rules.set(id, { setting: rule.severity, options: fillDefaults(rule.options), where, isDefault: true });
  }
  const overrides: Override[] = [];
  for (const [index, layer] of layers.entries()) {
    const shape = shapes[index] as Shape;
    for (const [id, entry] of entriesOf(layer, shape.rules, '/rules', known, workspace)) {
      rules.set(id, mergeEntry(rules.get(id) as ResolvedRule, entry));
    }
    for (const [number, { files, rules: its }] of (shape.overrides ?? []).entries()) {
      overrides.push({
        files,
        rules: entriesOf(layer, its, pointerOf('overrides', number, 'rules'), known, workspace),
      });
    }
  }
  const docs = last('docs')?.map(asRoot);
  return {
    file: own?.parsed.path,
    workspace,
    docs,
    issueOf: (root, message) => rootIssue(layers, root, message),
    include: last('include') ?? everything,
    exclude: last('exclude') ?? [],
    site: siteOf(shapes),
    rules,
    overrides,
    plugins,
    texts: new Map(
      layers
        .filter((layer) => hasPlaces(layer, workspace))
        .map((layer) => [pathOf(layer, workspace), layer.parsed.text]),
    ),
    warnings,
    where: (rule, pointer) => rules.get(rule)?.where(pointer) ?? place(own, '', workspace),
  };
}

function asRoot(path: string): Path {
  return normalize(path) ?? path;
}

/** An issue where the layer that decides names a docs root; for a preset, where that was extended. */
function rootIssue(layers: readonly Layer[], root: Path, message: string): Issue {
  const docsOf = ({ parsed }: Layer) => (parsed.value as Shape).docs;
  const deciding = layers.findLast((layer) => docsOf(layer) !== undefined);
  if (!deciding) return { message };
  const index = (docsOf(deciding) ?? []).findIndex((path) => asRoot(path) === root);
  const at = { layer: deciding, pointer: pointerOf('docs', index) };
  const { layer, pointer } = deciding.kind === 'preset' ? (deciding.from ?? at) : at;
  return issueAt(layer.parsed, layer.parsed.locate(pointer, 'value'), message);
}

/** What a layer says of rules; a preset may speak of rules that are not there. */
function entriesOf(
  layer: Layer,
  values: Shape['rules'],
  base: string,
  known: ReadonlyMap<string, Rule>,
  workspace: string | undefined,
): ReadonlyMap<string, RuleEntry> {
  const entries = new Map<string, RuleEntry>();
  for (const [id, value] of Object.entries(values ?? {})) {
    const rule = known.get(id);
    if (!rule) continue;
    const [setting, options] = typeof value === 'string' ? [value] : value;
    const where = (pointer: string): Place => place(layer, `${base}${pointerOf(id)}/1${pointer}`, workspace);
    entries.set(id, {
      setting,
      where,
      from: () => place(layer, `${base}${pointerOf(id)}`, workspace),
      ...(options !== undefined && { options: fillDefaults(rule.options, options) }),
    });
  }
  return entries;
}

/** Where a layer says something; for one whose text is not at hand, where it was extended. */
function place(layer: Layer | undefined, pointer: string, workspace: string | undefined): Place {
  if (!layer) return { path: '', span: [0, 0] };
  if (layer.from && !hasPlaces(layer, workspace))
    return place(layer.from.layer, layer.from.pointer, workspace);
  return { path: pathOf(layer, workspace), span: layer.parsed.locate(pointer, 'value') ?? [0, 0] };
}

/** A problem can stand in a file of the workspace, and not in a package that somebody else maintains. */
function hasPlaces({ kind, parsed }: Layer, workspace: string | undefined): boolean {
  if (kind === 'own') return true;
  const path = relative(workspace ?? '', parsed.path);
  return kind === 'file' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function pathOf({ parsed }: Layer, workspace: string | undefined): Path {
  return relative(workspace ?? '', parsed.path)
    .split(sep)
    .join('/');
}

function siteOf(shapes: readonly Shape[]): Site {
  const { generator, ...site } = Object.assign({}, ...shapes.map((shape) => shape.site)) as NonNullable<
    Shape['site']
  >;
  return generator === undefined
    ? site
    : { ...site, generator: typeof generator === 'string' ? [generator] : generator };
}
