import { UserError } from '../errors.js';
import type { Heading, Path, Project } from '../model.js';
import { nearest } from '../nearest.js';

/** The heading that an anchor of a page leads to. Throws UserError where there is none. */
export function findHeading(project: Project, page: Path, fragment: string): Heading {
  const headings = project.files.get(page)?.headings;
  if (!headings) throw new UserError('is no page that can be read.', { path: page });
  const known = new Set<string>();
  for (const view of project.views(page)) {
    const anchors = view.anchors(page);
    const id = anchors?.reached(fragment);
    const span = id === undefined ? undefined : anchors?.ids.get(id);
    const heading = span && headings.find((one) => one.span[0] === span[0]);
    if (heading) return heading;
    if (span)
      throw new UserError(`has \`#${fragment}\`, but no heading is called so. Rename it by hand.`, {
        path: page,
      });
    for (const one of anchors?.ids.keys() ?? []) known.add(one);
  }
  const near = nearest(fragment, known);
  const advice = near === undefined ? '' : ` Did you mean \`#${near}\`?`;
  throw new UserError(`has no heading \`#${fragment}\`.${advice}`, { path: page });
}
