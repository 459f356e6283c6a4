import type { Facts } from '../model.js';
import type { Site } from '../site/site.js';

/** By these, where a link leads may depend on where links of other pages lead. */
const counting = new Set<Site['router']>(['docfx', 'hugo']);

/**
 * What other files see of a page, as a text: two facts with the same one make no difference to where links of others
 * lead, nor to which ids there are; only to where these stand.
 */
export function face(facts: Seen, sites: readonly Site[]): string {
  const { kind, headings, anchors, tabs, hasUnknownIds, frontMatter, hasFrontMatter, links } = facts;
  const putIn = links
    .filter((link) => link.kind === 'include' || link.kind === 'import')
    .sort((a, b) => a.span[0] - b.span[0]);
  let above = 0;
  return JSON.stringify([
    kind,
    hasUnknownIds,
    frontMatter,
    hasFrontMatter,
    anchors.map(({ id, from }) => [id, from]),
    headings.map(({ depth, content, raw, from, span }) => {
      while ((putIn[above]?.span[0] ?? span[0]) < span[0]) above++;
      return [depth, content, raw, from, above];
    }),
    tabs?.map(({ title, heading }) => [title, heading]),
    putIn.map(leading),
    sites.some(({ router }) => counting.has(router)) ? links.map(leading) : [],
  ]);
}

/** All that is looked at of other files by those who tell where links lead. */
export type Seen = Pick<
  Facts,
  | 'path'
  | 'kind'
  | 'headings'
  | 'anchors'
  | 'tabs'
  | 'hasUnknownIds'
  | 'frontMatter'
  | 'hasFrontMatter'
  | 'links'
>;

function leading({ kind, url, by, part }: Facts['links'][number]) {
  return [kind, url, by, part];
}
