import type { Path, Project } from '../../src/rule.js';

/** Markdown files that pages include or import, and whose ids are then the page's. */
export function* putIn(project: Project): Iterable<Path> {
  for (const path of project.asked) {
    for (const link of project.files.get(path)?.links ?? []) {
      if (link.kind !== 'include' && link.kind !== 'import') continue;
      for (const view of project.views(path)) {
        const target = view.resolve(path, link);
        if (target.kind === 'file' && /\.(?:md|mdx|markdown)$/i.test(target.path)) yield target.path;
      }
    }
  }
}
