import { editionOf, type Path, type Project, parentOf, type View } from '../../src/rule.js';

/** Headings that so many pages have that another one's proves nothing. */
const common = new Set(
  `about api arguments background conclusion configuration contents contributing description details example
   examples faq features getting-started help installation installing introduction license limitations links
   methods next-steps note notes options output overview parameters prerequisites properties reference
   references related remarks requirements resources return-value see-also setup summary support syntax
   table-of-contents troubleshooting usage use-cases whats-new whats-next`.split(/\s+/),
);

/** The one page besides `page` that a lost id is on: of several, the one beside it. */
export type FindPage = (view: View, page: Path, id: string) => Path | undefined;

/** Finds pages by their ids, as each view makes them. Reads no page before it is asked. */
export function pagesById(project: Project): FindPage {
  const byView = new Map<View, ReadonlyMap<string, readonly Path[]>>();

  function index(view: View): ReadonlyMap<string, readonly Path[]> {
    const pages = new Map<string, Path[]>();
    for (const page of project.pages.filter((path) => project.views(path).includes(view))) {
      for (const id of view.anchors(page)?.ids.keys() ?? []) {
        const its = pages.get(id);
        if (its) its.push(page);
        else pages.set(id, [page]);
      }
    }
    return pages;
  }

  return (view, page, id) => {
    if (common.has(id.toLowerCase()) || isRepeat(view, page, id)) return undefined;
    const known = byView.get(view) ?? index(view);
    byView.set(view, known);
    const edition = editionOf(page);
    const others = (known.get(id) ?? []).filter((other) => other !== page && editionOf(other) === edition);
    const near = others.length > 1 ? others.filter((other) => parentOf(other) === parentOf(page)) : others;
    return near.length === 1 ? near[0] : undefined;
  };
}

/** `usage-2` of a page that has a `usage` means a heading of that page. */
function isRepeat(view: View, page: Path, id: string): boolean {
  const base = /^(.+)[-_]\d+$/.exec(id)?.[1];
  return base !== undefined && view.anchors(page)?.has(base) === true;
}
