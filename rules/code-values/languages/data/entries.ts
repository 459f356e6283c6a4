import type { DataNode, Entry } from './node.js';

const most = 20_000;

/** Reads the entries of objects. Those that an object merges in count where it has none of that key itself. */
export function entriesReader(resolved: (node: DataNode) => DataNode): (node: DataNode) => readonly Entry[] {
  const known = new Map<DataNode, readonly Entry[]>();
  return entriesOf;

  function entriesOf(node: DataNode): readonly Entry[] {
    if (!('entries' in node)) return [];
    const before = known.get(node);
    if (before) return before;
    if (!node.entries.some(({ merges }) => merges)) return node.entries;
    const own = node.entries.filter(({ merges }) => !merges);
    known.set(node, own);
    const found = new Map(own.map((entry) => [entry.key, entry]));
    for (const base of node.entries.filter(({ merges }) => merges).flatMap(({ value }) => basesOf(value))) {
      for (const entry of entriesOf(base)) {
        if (!found.has(entry.key) && found.size < most) found.set(entry.key, entry);
      }
    }
    const all = [...found.values()];
    known.set(node, all);
    return all;
  }

  function basesOf(value: DataNode): readonly DataNode[] {
    const target = resolved(value);
    return 'items' in target ? target.items.map(resolved) : [target];
  }
}
