import { type Json, type Path, parentOf } from '../../src/rule.js';
import type { CodeValuesFacts } from './facts.js';
import type { Language, Package } from './languages/index.js';

/** Puts source files together; `named` are those that a declaration names by themselves. */
export type LinkFiles = (paths: readonly Path[], named: readonly Path[], language: Language) => Package;

/** Remembers what it has put together, since several lists may be of one package. */
export function linkFiles(facts: ReadonlyMap<Path, CodeValuesFacts>): LinkFiles {
  const known = new Map<string, Package>();
  return (paths, named, language) => {
    const key = JSON.stringify([language.id, paths, named]);
    const linked = known.get(key) ?? link(facts, paths, named, language);
    known.set(key, linked);
    return linked;
  };
}

/** A directory at a time. */
function link(
  facts: ReadonlyMap<Path, CodeValuesFacts>,
  paths: readonly Path[],
  named: readonly Path[],
  language: Language,
): Package {
  const directories = new Map<Path, { path: Path; file: Json; named: boolean }[]>();
  for (const path of paths) {
    const source = facts.get(path);
    if (source?.kind !== 'source') continue;
    const entry = { path, file: source.file, named: named.includes(path) };
    const others = directories.get(parentOf(path));
    if (others) others.push(entry);
    else directories.set(parentOf(path), [entry]);
  }
  const packages = [...directories.values()].map((files) => language.link(files));
  return {
    constants: packages.flatMap(({ constants }) => constants),
    types: packages.flatMap(({ types }) => types),
    typeNamed: (name) =>
      packages.map(({ typeNamed }) => typeNamed(name)).find((type) => type !== name) ?? name,
  };
}
