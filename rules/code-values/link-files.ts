import type { Path } from '../../src/rule.js';
import type { CodeValuesFacts } from './facts.js';
import type { Language, Package } from './languages/index.js';

/** Puts source files together; `named` are those that a declaration names by themselves. */
export type LinkFiles = (paths: readonly Path[], named: readonly Path[], language: Language) => Package;

/** Remembers what it has put together, since several lists may be of one package. */
export function linkFiles(facts: ReadonlyMap<Path, CodeValuesFacts>): LinkFiles {
  const known = new Map<string, Package>();
  return (paths, named, language) => {
    const key = JSON.stringify([language.id, paths, named]);
    const linked = known.get(key) ?? language.link(filesOf(facts, paths, named, language));
    known.set(key, linked);
    return linked;
  };
}

function filesOf(
  facts: ReadonlyMap<Path, CodeValuesFacts>,
  paths: readonly Path[],
  named: readonly Path[],
  { id }: Language,
) {
  return paths.flatMap((path) => {
    const source = facts.get(path);
    const file = source?.kind === 'source' ? source.files[id] : undefined;
    return file === undefined ? [] : { path, file, named: named.includes(path) };
  });
}
