import { type Path, type Project, parentOf, type Reference } from '../../src/rule.js';
import { written } from './answer.js';
import { type Located, locate, meant, type Sites, sitesOf } from './places.js';

/** What source files point at and is there. */
export function* mentionReferences(project: Project, found: Iterable<Located>): Iterable<Reference> {
  const sites = new WeakMap<Project, Sites>();
  const sitesIn = (one: Project): Sites => {
    const known = sites.get(one) ?? sitesOf(one);
    sites.set(one, known);
    return known;
  };
  for (const { path, mention, places } of found) {
    const place = meant(project, { path, mention, places }).find(
      ({ target }) => target.kind === 'file' || (target.kind === 'directory' && target.index !== undefined),
    );
    const to = place && targetOf(place.target);
    if (!place || !to) continue;
    yield {
      path,
      span: mention.span,
      to,
      write(after, holder, next) {
        const url = mention.kind === 'url';
        const now = url ? locate(after, sitesIn(after), holder, mention)?.places[0] : undefined;
        if (url && !now) return undefined;
        const from = place.from === parentOf(path) ? parentOf(holder) : place.from;
        const isSame = next.fragment === undefined && to.path === next.path && from === place.from;
        if (isSame) return mention.text;
        const text = written(after, { mention, place: now ?? { ...place, from } }, next)?.url;
        return text === undefined || /[\s"'`\\]/.test(text) ? undefined : text;
      },
    };
  }
}

function targetOf(
  target: Located['places'][number]['target'],
): { path: Path; fragment?: string } | undefined {
  if (target.kind !== 'file' && target.kind !== 'directory') return undefined;
  const path = target.kind === 'file' ? target.path : target.index;
  if (path === undefined) return undefined;
  return target.fragment === undefined ? { path } : { path, fragment: target.fragment };
}
