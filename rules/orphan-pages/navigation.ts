import { join, normalize, type Path, type Project, parentOf } from '../../src/rule.js';

/** Files that name the pages of a site, beside a docs root, in it, or in its generator's own folder. */
const names = [
  'manifest.json',
  'mkdocs.yml',
  'mkdocs.yaml',
  'sidebars.js',
  'sidebars.ts',
  'sidebars.json',
  'docs.json',
  'mint.json',
  '_toc.yml',
  'toc.yml',
  '.vitepress/config.js',
  '.vitepress/config.ts',
  '.vitepress/config.mjs',
  '.vitepress/config.mts',
  'astro.config.mjs',
  'astro.config.ts',
  'docusaurus.config.js',
  'docusaurus.config.ts',
];

export function navigationFiles(project: Project, configured: readonly Path[]): Path[] {
  const places = project.roots.flatMap((root) => (root === '' ? [''] : [root, parentOf(root)]));
  const found = places.flatMap((place) => names.map((name) => join(place, name)));
  return [...new Set([...configured, ...found])].filter((path) => project.has(path) === 'file');
}

/** What may be a path or the id of a page in a file of any syntax. */
export function pathsIn(text: string): string[] {
  return [...new Set(text.match(/[\w.@~%/-]*[\w/-]/g) ?? [])].filter(
    (word) => word.length > 1 && word.length < 300,
  );
}

/** Files of the workspace that navigation names: by path, by route, or by path without extension. */
export function* namedIn(project: Project, facts: ReadonlyMap<Path, readonly string[]>): Iterable<Path> {
  for (const [file, words] of facts) {
    const bases = new Set([parentOf(file), parentOf(parentOf(file)), ...project.roots]);
    for (const word of words) {
      for (const base of bases) {
        const path = normalize(`${base}/${word}`);
        if (path === undefined) continue;
        for (const candidate of [
          path,
          `${path}.md`,
          `${path}.mdx`,
          `${path}/index.md`,
          `${path}/README.md`,
          `${path}/index.mdx`,
        ]) {
          if (project.has(candidate) === 'file') yield candidate;
        }
      }
    }
  }
}
