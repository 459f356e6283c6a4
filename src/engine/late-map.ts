/**
 * A map whose values are worked out when they are asked for, once. A key without a value is none; with `isKey` it is
 * told without its value.
 */
export function lateMap<K, V>(
  keys: () => Iterable<K>,
  make: (key: K) => V | undefined,
  isKey?: (key: K) => boolean,
): ReadonlyMap<K, V> {
  const known = new Map<K, V | undefined>();
  const get = (key: K): V | undefined => {
    if (!known.has(key)) known.set(key, isKey?.(key) === false ? undefined : make(key));
    return known.get(key);
  };
  function* entries(): MapIterator<[K, V]> {
    for (const key of keys()) {
      const value = get(key);
      if (value !== undefined) yield [key, value];
    }
  }
  const all = (): ReadonlyMap<K, V> => new Map(entries());
  return {
    get size() {
      return all().size;
    },
    has: isKey ?? ((key) => get(key) !== undefined),
    get,
    keys: () => (isKey ? [...keys()].values() : all().keys()),
    values: () => all().values(),
    entries,
    forEach: (use) => all().forEach(use),
    [Symbol.iterator]: entries,
  };
}
