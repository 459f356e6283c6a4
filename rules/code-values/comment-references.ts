import { normalize, type Path, type Project, type Reference } from '../../src/rule.js';
import type { CodeValuesFacts } from './facts.js';

/** The source files that comments on pages name, one by one and not by a glob. */
export function* commentReferences(
  project: Project,
  _options: unknown,
  facts: ReadonlyMap<Path, CodeValuesFacts>,
): Iterable<Reference> {
  for (const [path, page] of facts) {
    if (page.kind !== 'page') continue;
    for (const comment of page.comments) {
      if ('mistake' in comment) continue;
      const { file, fileSpan: span } = comment;
      const named = normalize(file);
      if (named === undefined || project.has(named) !== 'file') continue;
      const isVerbatim = project.text(path)?.slice(...span) === file;
      yield {
        path,
        span,
        to: { path: named },
        write: (_after, _holder, to) => {
          if (to.path === named) return project.text(path)?.slice(...span);
          if (!isVerbatim || /["<>*?[\]]|--/.test(to.path)) return undefined;
          return /^[\w./@+-]+$/.test(to.path) ? to.path : `"${to.path}"`;
        },
      };
    }
  }
}
