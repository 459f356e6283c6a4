import type { Link, Path, Project, Target, View } from '../../src/rule.js';

/** A link of a page with where it leads, for each place where the page is shown. */
export interface LinkTarget {
  readonly path: Path;
  readonly link: Link;
  readonly targets: readonly { readonly view: View; readonly target: Target }[];
}

/** What the rule itself takes from a file. */
export type LinkFacts = {
  /** Named parts that another page may include. */
  readonly regions: readonly string[];
  /** Links in front matter. */
  readonly links: readonly Link[];
};

/** The links of the pages of which some place where the page is shown asks for a closer look. */
export function* linkTargets(
  project: Project,
  facts: ReadonlyMap<Path, LinkFacts>,
  isOfInterest: (target: Target, link: Link) => boolean,
): Iterable<LinkTarget> {
  for (const path of project.asked) {
    if (!project.isPage(path)) continue;
    const views = project.views(path);
    for (const links of [project.files.get(path)?.links, facts.get(path)?.links]) {
      if (!links) continue;
      for (const link of links) {
        if (views.some((view) => isOfInterest(view.resolve(path, link), link)))
          yield { path, link, targets: views.map((view) => ({ view, target: view.resolve(path, link) })) };
      }
    }
  }
}
