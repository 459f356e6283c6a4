import type { Dialect } from '../markdown/slug/index.js';
import type { Anchors, Facts, Span } from '../model.js';

/** Every id that a link to the page may name, as one dialect makes them; headings before other ids. */
export function pageAnchors(facts: Facts, dialect: Dialect): Anchors {
  const ids = new Map<string, Span>();
  const add = (id: string, span: Span): void => {
    if (!ids.has(id)) ids.set(id, span);
  };
  const slug = dialect.slugger(facts.anchors.map(({ id }) => id));
  for (const heading of facts.headings) {
    if (heading.from === 'html' && !dialect.htmlHeadings) continue;
    const { id, also = [] } = slug(heading);
    for (const name of [id, ...also]) add(name, heading.span);
  }
  for (const anchor of facts.anchors) {
    add(anchor.id, anchor.span);
    if (anchor.id.startsWith('user-content-')) add(anchor.id.slice('user-content-'.length), anchor.span);
  }
  return { ids, has: (fragment) => dialect.candidates(fragment).some((id) => ids.has(id)) };
}
