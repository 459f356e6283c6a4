import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join, nameOf } from '../paths.js';
import type { DocusaurusDocs } from './docusaurus-versions.js';
import { filesBelow } from './files-below.js';

const sidebarFiles = ['js', 'ts', 'cjs', 'mjs', 'json'].map((extension) => `sidebars.${extension}`);

/** The `slug` of every index that Docusaurus makes for a category, from `_category_` files and the sidebars. */
export function docusaurusRoutes(host: Host, base: Path, docs: readonly DocusaurusDocs[]): readonly string[] {
  const categories = docs.flatMap(({ dir }) =>
    [...filesBelow(host, dir)].filter((path) => /^_category_\.(?:json|ya?ml)$/.test(nameOf(path))),
  );
  const sidebars = sidebarFiles.map((name) => join(base, name)).filter((path) => host.has(path) === 'file');
  const texts = [...categories, ...sidebars]
    .map((path) => host.read(path) ?? '')
    .filter((text) => text.includes('generated-index'));
  return texts.flatMap((text) =>
    [...text.matchAll(/["']?slug["']?\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',]+))/g)].map((match) =>
      (match[1] ?? match[2] ?? (match[3] as string)).replaceAll(/^\/+|\/+$/g, ''),
    ),
  );
}
