import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

type Edit = [at: number, removed: number, added: unknown[]];

interface EditMap {
  readonly map: Edit[];
  add(at: number, removed: number, added: unknown[]): void;
}

/**
 * The parser of the library keeps the edits of all tables of a page in one list, and goes through that for each cell,
 * so a page with long tables takes it the square of their cells. This looks the same edits up in an index. Where that
 * part of the parser is not as it is known, it stays as it is. Returns whether it could be done.
 */
export async function quickenTables(): Promise<boolean> {
  const prototype = await editMap();
  if (prototype?.add.length !== 3) return false;
  const indexes = new WeakMap<EditMap, Map<number, Edit>>();
  prototype.add = function add(at, removed, added) {
    if (removed === 0 && added.length === 0) return;
    const known = this.map.length === 0 ? undefined : indexes.get(this);
    const index = known ?? new Map(this.map.map((edit) => [edit[0], edit]));
    if (!known) indexes.set(this, index);
    const edit = index.get(at);
    if (edit) {
      edit[1] += removed;
      edit[2].push(...added);
      return;
    }
    const fresh: Edit = [at, removed, added];
    index.set(at, fresh);
    this.map.push(fresh);
  };
  return true;
}

async function editMap(): Promise<EditMap | undefined> {
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('markdownlint'));
    const table = pathToFileURL(from.resolve('micromark-extension-gfm-table'));
    return (await import(new URL('lib/edit-map.js', table).href)).EditMap.prototype;
  } catch {
    return undefined;
  }
}
