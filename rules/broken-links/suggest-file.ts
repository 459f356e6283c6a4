import { join, nameOf, nearest, type Path, type Project, parentOf, relative } from '../../src/rule.js';

/** What a link to nothing probably meant, as a sentence; undefined when nothing is near. */
export function suggestFile(
  project: Project,
  byName: ReadonlyMap<string, readonly Path[]>,
  from: Path,
  url: string,
  wanted: Path,
): string | undefined {
  const directory = parentOf(wanted);
  const name = nameOf(wanted);
  for (const extension of ['.md', '.mdx']) {
    if (project.has(wanted + extension)) return say(from, wanted + extension);
  }
  if (/^[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|dev|net)(?:\/|$)/i.test(url))
    return `Did you mean \`https://${url}\`?`;
  const elsewhere = byName.get(name) ?? [];
  if (elsewhere.length === 1 && !/^(?:readme|index|_index)\./i.test(name))
    return say(from, elsewhere[0] as Path);
  const sibling = nearest(name, project.list(directory));
  return sibling === undefined ? undefined : say(from, join(directory, sibling));
}

function say(from: Path, to: Path): string {
  return `Did you mean \`${relative(from, to)}\`?`;
}

/** Pages by the name of their file. */
export function pagesByName(pages: readonly Path[]): ReadonlyMap<string, readonly Path[]> {
  const byName = new Map<string, Path[]>();
  for (const page of pages) byName.set(nameOf(page), [...(byName.get(nameOf(page)) ?? []), page]);
  return byName;
}
