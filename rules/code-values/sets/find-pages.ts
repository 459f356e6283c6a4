import { code, join, nameOf, type Path, type Project, parentOf } from '../../../src/rule.js';
import type { PagesPlace } from '../declarations.js';
import type { CodeValuesFacts } from '../facts.js';
import type { Found, Listed } from '../listing.js';
import { matchFiles } from '../match-files.js';
import { nameFrom } from './name-from.js';

/** The pages that a place means, sorted; undefined when its glob leads into too many directories. */
export function pagesOf(project: Project, { pages, exclude }: PagesPlace): readonly Path[] | undefined {
  const found = matchFiles(project, pages)?.filter((path) => /\.(?:md|mdx|markdown)$/i.test(path));
  if (!found) return undefined;
  const directories = new Set(found.map(parentOf));
  const left = new Set(
    exclude.flatMap((pattern) => {
      if (pattern.includes('/')) return matchFiles(project, pattern.replace(/^(?:\.\/)+/, '')) ?? [];
      return [...directories].flatMap((directory) => matchFiles(project, join(directory, pattern)) ?? []);
    }),
  );
  const ignored = project.ignored(found.filter((path) => !project.files.has(path)));
  return found.filter((path) => !left.has(path) && !ignored.has(path));
}

/** A value for each page of a set. */
export function findPages(
  project: Project,
  place: PagesPlace,
  facts: ReadonlyMap<Path, CodeValuesFacts>,
): Found {
  const paths = pagesOf(project, place);
  const pages = code(place.pages);
  if (!paths) return { missing: `${pages} leads into too many directories. Name fewer.` };
  if (paths.length === 0) {
    const more = place.exclude.length > 0 ? ' that is not excluded' : '';
    return { missing: `${pages} matches no page of Markdown or MDX${more}.` };
  }
  const values = paths.map((path): Listed | Path => {
    if (place.value === 'name') return { value: nameFrom(path), path, span: [0, 0] };
    return titleOf(project, path, facts.get(path)) ?? path;
  });
  const untitled = values.find((value) => typeof value === 'string');
  if (untitled === undefined) return { values: values.filter((value) => typeof value !== 'string') };
  return {
    missing: `${untitled} has no title: no \`#\` heading, and no \`title\` in its front matter. Give it one, or exclude ${code(nameOf(untitled))}.`,
  };
}

/** The first `#` heading, else what front matter says. */
function titleOf(project: Project, path: Path, facts: CodeValuesFacts | undefined): Listed | undefined {
  const heading = project.files.get(path)?.headings.find(({ depth }) => depth === 1);
  const text = heading?.content.map((run) =>
    typeof run === 'string' ? run : run[0] === 'code' ? run[1] : '',
  );
  const value = text?.join('').replace(/\s+/g, ' ').trim();
  if (heading && value) return { value, path, span: heading.span };
  return facts?.kind === 'page' && facts.title !== undefined
    ? { value: facts.title, path, span: [0, 0] }
    : undefined;
}
