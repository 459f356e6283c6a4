import { join, nameOf, nearest, normalize, type Path, type Project, parentOf } from '../../../src/rule.js';

/** How many names are compared with the one that is missing. */
const MOST_NAMES = 2000;

/** The file that a path which leads nowhere was likely to name; `alike` are files of the same name elsewhere. */
export function guessFile(
  project: Project,
  directory: Path,
  written: string,
  alike: readonly Path[],
): Path | undefined {
  const isFile = (path: Path | undefined): path is Path => path !== undefined && project.has(path) === 'file';
  const ways = [written, `${written}.md`, `${written}.mdx`, written.replaceAll('\\', '/'), decoded(written)];
  const other = ways.map((way) => normalize(join(directory, way))).find(isFile);
  if (other !== undefined) return other;
  const path = normalize(join(directory, written)) ?? written;
  const folder = parentOf(path);
  const sibling = nearest(nameOf(path), project.list(folder).slice(0, MOST_NAMES));
  const beside = sibling && join(folder, sibling);
  if (isFile(beside)) return beside;
  return alike.length === 1 ? alike[0] : nearest(path, alike.slice(0, MOST_NAMES));
}

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
