import type { Path, Span } from '../../../../src/rule.js';
import type { Member } from '../shared/outline.js';

export interface SqlSet {
  readonly path: Path;
  readonly span: Span;
  /** The constraint that it hangs on. */
  readonly by?: string;
  readonly members: Member[];
}

/** The sets that there are, by name; each is found without its schema too. */
export interface Store {
  readonly sets: ReadonlyMap<string, SqlSet>;
  put(name: string, set: SqlSet): void;
  /** Removes a set, those of a table and those that hang on a constraint. */
  remove(name: string): void;
  /** Gives a table another name, in its own schema unless the name says another. */
  move(table: string, to: string): void;
  /** The name under which a set or a table is known. */
  known(name: string): string;
}

export function createStore(): Store {
  const sets = new Map<string, SqlSet>();
  const byLast = new Map<string, Set<string>>();
  const byOwner = new Map<string, Set<string>>();
  return { sets, put, remove, move, known };

  function put(name: string, set: SqlSet): void {
    sets.set(name, set);
    for (const key of [name, parentOf(name), set.by ?? '']) note(byLast, lastOf(key), key);
    note(byOwner, parentOf(name), name);
    if (set.by !== undefined) note(byOwner, set.by, name);
  }

  function remove(name: string): void {
    const own = known(name);
    for (const key of [own, ...(byOwner.get(own) ?? [])]) sets.delete(key);
    byOwner.delete(own);
  }

  function move(table: string, to: string): void {
    const own = known(table);
    const name = to.includes('.') || parentOf(own) === '' ? to : `${parentOf(own)}.${to}`;
    const moved = [...(byOwner.get(own) ?? [])].flatMap((key) => {
      const set = sets.get(key);
      return set && parentOf(key) === own ? [[key, set] as const] : [];
    });
    remove(own);
    for (const [key, set] of moved) {
      const by = set.by?.startsWith(`${own}.`) ? { by: name + set.by.slice(own.length) } : {};
      put(name + key.slice(own.length), { ...set, ...by });
    }
  }

  function known(name: string): string {
    if (sets.has(name)) return name;
    const keys = [...(byLast.get(lastOf(name)) ?? [])];
    return keys.find((key) => key.endsWith(`.${name}`) || name.endsWith(`.${key}`)) ?? name;
  }
}

function note(index: Map<string, Set<string>>, key: string, name: string): void {
  if (key === '') return;
  const names = index.get(key);
  if (names) names.add(name);
  else index.set(key, new Set([name]));
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')));
}
