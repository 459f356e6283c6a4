import type { Path, Project, Reference } from '../../src/rule.js';
import type { LinkFacts } from './link-targets.js';

/** The links in front matter that lead to a file. */
export function* frontMatterReferences(
  project: Project,
  _options: unknown,
  facts: ReadonlyMap<Path, LinkFacts>,
): Iterable<Reference> {
  for (const [path, { links }] of facts) {
    for (const link of links) {
      const target = project.resolve(path, link);
      if (link.verbatim === false || target.kind !== 'file') continue;
      const { fragment } = target;
      yield {
        path,
        span: link.urlSpan,
        to: { path: target.path, ...(fragment === undefined ? {} : { fragment }) },
        write: (after, holder, to) => after.linkTo(holder, link, to, [target.path])?.url,
      };
    }
  }
}
