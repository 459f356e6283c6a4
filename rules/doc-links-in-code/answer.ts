import {
  isWithin,
  join,
  nameOf,
  nearest,
  type Path,
  type Project,
  parentOf,
  type Rewrite,
  relative,
} from '../../src/rule.js';
import { type Around, namesFor } from './around.js';
import type { Mention } from './facts.js';
import { linkOf, type Place } from './places.js';

/** What a mention should say instead. */
export interface Answer {
  readonly text: string;
  readonly how: 'moved' | 'meant';
}

/** The page that took the place of a missing one, or the one that must be meant. */
export function pageFor(
  project: Project,
  wanted: Path,
  { fates }: Pick<Around, 'fates'>,
): { readonly to: Path; readonly how: Answer['how'] } | undefined {
  for (const name of namesFor(wanted)) {
    const fate = fates.get(name);
    if (fate?.kind === 'moved') return { to: fate.to, how: 'moved' };
  }
  if (namesFor(wanted).some((name) => fates.has(name))) return undefined;
  const isPage = project.roots.some((root) => isWithin(root, wanted));
  const to = isPage ? (sameName(project, wanted) ?? nearName(project, wanted)) : undefined;
  return to === undefined ? undefined : { to, how: 'meant' };
}

/** The only page of that name; an index page has the name of all others. */
function sameName(project: Project, wanted: Path): Path | undefined {
  const pages = new Set(project.pages);
  const name = nameOf(wanted);
  if (/^(?:readme|index|_index)\./i.test(name)) return undefined;
  const names = name.includes('.') ? [name] : [`${name}.md`, `${name}.mdx`];
  const [only, ...others] = names.flatMap((one) => project.named(one)).filter((path) => pages.has(path));
  return others.length === 0 ? only : undefined;
}

function nearName(project: Project, wanted: Path): Path | undefined {
  const directory = parentOf(wanted);
  const isRoute = !nameOf(wanted).includes('.');
  const byName = new Map(
    project
      .list(directory)
      .filter((name) => /\.(?:md|mdx|markdown)$/i.test(name))
      .map((name) => [isRoute ? name.replace(/\.\w+$/, '') : name, name]),
  );
  const name = byName.get(nearest(nameOf(wanted), byName.keys()) ?? '');
  return name === undefined ? undefined : join(directory, name);
}

/** How the mention would be written to lead elsewhere; undefined where no way to write it leads there. */
export function written(
  project: Project,
  { mention, place }: { readonly mention: Mention; readonly place: Place },
  to: { readonly path: Path; readonly fragment?: string },
): Pick<Rewrite, 'url'> | undefined {
  if (mention.kind === 'url') {
    const rewrite = project.linkTo(place.from, linkOf(mention), to);
    // Only the pages of a site know each other by their files.
    const isFile =
      !place.view.isForge && /\.mdx?(?:#|$)/.test(rewrite?.url ?? '') && !/\.mdx?(?:#|$)/.test(mention.text);
    return isFile ? undefined : rewrite;
  }
  const { text } = mention;
  const hash = text.indexOf('#');
  const tail = to.fragment === undefined ? (hash < 0 ? '' : text.slice(hash)) : `#${to.fragment}`;
  const before = hash < 0 ? text : text.slice(0, hash);
  const query = /\?.*$/.exec(before)?.[0] ?? '';
  if ('path' in place.target && place.target.path === to.path) return { url: before + tail };
  const way = relative(join(place.from, 'x'), to.path);
  const dot = text.startsWith('./') && !way.startsWith('.') ? './' : '';
  if (way.startsWith('../') && !text.startsWith('.')) return undefined;
  return { url: `${dot}${way}${query}${tail}` };
}
