import { type Entry, readEntries } from './files/read-entries.js';
import { type EntryList, readLists } from './files/read-lists.js';
import { type JsonNode, memberOf, plainOf } from './json/json-tree.js';
import type { Mistake } from './json/mistake.js';
import { readJson } from './json/read-json.js';
import type { NavFacts } from './mkdocs/read-nav.js';
import { checkShape } from './shape/check-shape.js';
import { coderSchema } from './shape/coder-schema.js';
import { compileSchema, type Validate } from './shape/compile-schema.js';
import { isSurelyValid } from './shape/surely-valid.js';

/** What is known of a manifest, or of a schema for one, by its text alone. */
export type ManifestFacts = {
  readonly syntax: readonly Mistake[];
  readonly repeated: readonly Mistake[];
  readonly shape: readonly Mistake[];
  readonly entries: readonly Entry[];
  /** Where entries can be added. */
  readonly lists: readonly EntryList[];
  /** Whether every entry names its page, so that a page in none of them is an orphan. */
  readonly complete: boolean;
  /** Only where a schema of the workspace will be needed to judge it. */
  readonly tree?: JsonNode;
  /** Of the configuration of MkDocs, and nothing else then. */
  readonly nav?: NavFacts;
};

export const nothing: ManifestFacts = {
  syntax: [],
  repeated: [],
  shape: [],
  entries: [],
  lists: [],
  complete: false,
};
const coder = once(() => compileSchema(coderSchema, true));

/** Reads a manifest; `own` is for one that has a schema of its own. */
export function readManifest(text: string, own: boolean): ManifestFacts {
  const { root, plain, mistakes, repeated } = readJson(text);
  if (!root) return { ...nothing, syntax: mistakes, repeated };
  if (own) {
    const entries = readEntries(root);
    const complete = entries.some(({ page }) => page);
    return { ...nothing, repeated, entries, lists: readLists(root, text), complete, tree: root };
  }
  if (isOther(root)) return nothing;
  const shape = isSurelyValid(plain ?? plainOf(root)) ? [] : checkShape(root, coder());
  const [entries, lists] = [readEntries(root), readLists(root, text)];
  return { syntax: [], repeated, shape, entries, lists, complete: isComplete(root) };
}

/** A web app's or a browser extension's manifest has the same file name. */
function isOther(root: JsonNode): boolean {
  const has = (key: string) => memberOf(root, key) !== undefined;
  return (
    !has('routes') && !has('versions') && ['manifest_version', 'short_name', 'start_url', 'icons'].some(has)
  );
}

function isComplete(root: JsonNode): boolean {
  const routes = memberOf(root, 'routes')?.value;
  return routes?.type === 'array' && routes.items.every(namesPages);
}

function namesPages(entry: JsonNode): boolean {
  const path = memberOf(entry, 'path')?.value;
  const children = memberOf(entry, 'children')?.value;
  return (
    path?.type === 'scalar' &&
    typeof path.value === 'string' &&
    path.value !== '' &&
    (children === undefined || (children.type === 'array' && children.items.every(namesPages)))
  );
}

function once(make: () => Validate): () => Validate {
  let made: Validate | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
