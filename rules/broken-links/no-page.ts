import { isWithin, join, type Link, type Project, type Target, type View } from '../../src/rule.js';

/** Sites that show a directory by its index page alone; others list it, or make a page of it. */
const needsIndex = new Set(['mdbook', 'mkdocs', 'starlight', 'vitepress']);
const followed: ReadonlySet<Link['kind']> = new Set(['link', 'definition', 'autolink', 'html', 'jsx']);

/** Whether a reader who follows a link to a directory finds nothing there. */
export function isNoPage(
  project: Project,
  view: View,
  { kind }: Link,
  { path, index }: Extract<Target, { kind: 'directory' }>,
): boolean {
  if (index !== undefined || !needsIndex.has(view.generator) || !followed.has(kind)) return false;
  const isShown =
    project.roots.some((root) => isWithin(root, path)) &&
    project.views(join(path, 'index.md')).includes(view);
  return isShown && !project.list(path).some((name) => /^index\.\w+$/i.test(name));
}
