import type { Path } from '../../model.js';
import { join, parentOf } from '../../paths.js';

/** Where an mkdocs.yml says that its pages are. */
export function docsDirectory(path: Path, text: string): Path {
  const named = /^docs_dir:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1] ?? 'docs';
  const way = named.replace(/^\.\//, '').replace(/\/$/, '');
  return way === '.' ? parentOf(path) : join(parentOf(path), way);
}
