import { join, nameOf, nearest, normalize, type Path, type Project, parentOf } from '../../../src/rule.js';

/** How many names are compared with the one that is missing. */
const MOST_NAMES = 2000;

/**
 * The file that a path which leads nowhere was likely to name; `alike` are files of the same name elsewhere. It is
 * sure where the path is the file's own in another writing.
 */
export function guessFile(
  project: Project,
  directory: Path,
  written: string,
  alike: readonly Path[],
): { readonly path: Path; readonly sure: boolean } | undefined {
  const guess = (path: Path | undefined) => (path === undefined ? undefined : { path, sure: false });
  const isFile = (path: Path | undefined): path is Path => path !== undefined && project.has(path) === 'file';
  const find = (...ways: readonly string[]): Path | undefined =>
    ways.map((way) => normalize(join(directory, way))).find(isFile);
  const same = find(written.replaceAll('\\', '/'), decoded(written));
  if (same !== undefined) return { path: same, sure: true };
  const ended = find(`${written}.md`, `${written}.mdx`);
  if (ended !== undefined) return guess(ended);
  const path = normalize(join(directory, written)) ?? written;
  const folder = parentOf(path);
  const sibling = nearest(nameOf(path), project.list(folder).slice(0, MOST_NAMES));
  const beside = sibling && join(folder, sibling);
  if (isFile(beside)) return guess(beside);
  return guess(alike.length === 1 ? alike[0] : nearest(path, alike.slice(0, MOST_NAMES)));
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
