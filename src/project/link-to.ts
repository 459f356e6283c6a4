import { slug as githubSlug } from 'github-slugger';
import type { Destination, Link, Path, Rewrite, Target, View } from '../model.js';
import { isWithin, nameOf, relative } from '../paths.js';
import { decodePercent } from './url.js';

interface Written {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/**
 * A link as its author would write it to lead elsewhere: by the file or by the route, from the page or from the
 * top, encoded or not, as it is now. Each way is tried on the views, and only one that leads there in
 * all of them is an answer. `was` is where it led before something was moved, if it was.
 */
export function linkTo(
  views: readonly View[],
  from: Path,
  link: Link,
  to: Destination,
  was: readonly Path[] = [],
): Rewrite | undefined {
  const written = split(link.url);
  const now = [...new Set([...was, ...views.flatMap((view) => placeOf(view.resolve(from, link)))])];
  const fragment = to.fragment === undefined ? written.fragment : `#${encode(to.fragment, link.url)}`;
  for (const path of new Set(ways(from, decodePercent(written.path), now, to.path, was.length > 0))) {
    const isSame = path === decodePercent(written.path);
    const encoded = isSame ? written.path : encode(path, written.path);
    const next: Written = { path: encoded, query: written.query, fragment };
    const url = `${next.path}${next.query}${next.fragment}`;
    if (leads(views, from, { ...link, url }, to)) return { url, ...editOf(from, link, written, next) };
  }
  return undefined;
}

/** How many segments of a url may be those of its site. */
const mostParts = 8;

/** Urls as they might be written, not encoded, those that change the least first. */
function* ways(
  from: Path,
  written: string,
  now: readonly Path[],
  to: Path,
  isMoved: boolean,
): Iterable<string> {
  yield written;
  if (to === from) yield '';
  yield alignCase(written, to);
  yield written.toLowerCase();
  const isAbsolute = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(written);
  const dotted = written.startsWith('./') ? './' : '';
  const searched: string[] = [];
  for (const place of now) {
    if (place !== '' && (isAbsolute || written === `/${place}`) && written.endsWith(place))
      yield* shapes(written, written.slice(0, written.length - place.length) + to);
    const top = place.slice(0, place.length - written.length + 1);
    if (written.startsWith('/') && `/${place}`.endsWith(written) && isWithin(top.replace(/\/$/, ''), to))
      yield* shapes(written, `/${to.slice(top.length)}`);
    const base = place.slice(0, place.length - written.length);
    if (base.endsWith('/') && place.endsWith(written) && to.startsWith(base))
      searched.push(to.slice(base.length));
  }
  if (isAbsolute || written.startsWith('/')) yield* fromTop(written, to);
  if (isAbsolute) return;
  const way = relative(from, to);
  if (written.endsWith('/')) {
    yield* routes(written, way);
    yield* routes(written, `../${way}`);
  }
  yield* shapes(written, way.startsWith('../') ? way : dotted + way);
  yield* searched;
  if (isMoved || written.endsWith('/')) yield* shapes(written, `../${way}`);
  // A link that led somewhere is to lead there still: from the top, where no other way does.
  if (isMoved && !written.startsWith('/')) yield* fromTop(`/${nameOf(written)}`, to);
}

/** The url's beginning, which is the site's, and the file's end, which is what the site makes its route of. */
function* fromTop(written: string, to: Path): Iterable<string> {
  const parts = written.split('/').slice(0, -1);
  const names = to.split('/');
  for (let kept = Math.min(parts.length, mostParts); kept > 0; kept--) {
    const start = parts.slice(0, kept).join('/');
    for (let cut = 0; cut < names.length; cut++)
      yield* shapes(written, `${start}/${names.slice(cut).join('/')}`);
  }
  const slugs = names.map(slugOf);
  if (slugs.join() === names.join()) return;
  for (let cut = 0; cut < names.length; cut++) yield* shapes(written, `/${slugs.slice(cut).join('/')}`);
}

/** A name as generators make a part of a route of it. */
function slugOf(name: string): string {
  const stem = name.replace(/\.(?:md|mdx|markdown)$/i, '');
  return githubSlug(stem) + name.slice(stem.length);
}

/** A file as itself where nothing is written; as its route where a route is: without its ending, `.html` for it, a directory for its index page. */
function* shapes(written: string, file: string): Iterable<string> {
  yield* routes(written, file);
  if (nameOf(written) === '' && !nameOf(file).includes('.')) yield `${file}/`;
  yield file;
}

function* routes(written: string, file: string): Iterable<string> {
  const stem = file.replace(/\.(?:md|mdx|markdown)$/i, '');
  const name = nameOf(written);
  if (written === '') yield file;
  if (stem !== file && !/\.(?:md|mdx|markdown)$/i.test(name)) {
    const index = stem.replace(/(?:^|(?<=\/))(?:index|_index|readme)$/i, '');
    if (name.endsWith('.html')) yield `${stem}.html`;
    if (index !== stem)
      yield index === '' ? './' : written.endsWith('/') ? index : index.replace(/(?<=.)\/$/, '');
    if (name === '') yield `${stem}/`;
    else if (!name.includes('.')) yield stem;
  }
}

/** Segment by segment from the end, the spelling of the file. */
function alignCase(written: string, to: Path): string {
  const actual = to.split('/').reverse();
  const segments = written.split('/').reverse();
  const offset = segments[0] === '' ? 1 : 0;
  return segments
    .map((segment, index) => {
      const other = actual[index - offset] ?? '';
      const isName = index - offset === 0;
      const names = isName ? [other, other.replace(/\.\w+$/, '')] : [other];
      return names.find((name) => name.toLowerCase() === segment.toLowerCase()) ?? segment;
    })
    .reverse()
    .join('/');
}

function leads(views: readonly View[], from: Path, link: Link, to: Destination): boolean {
  const verdicts = views.map((view) => {
    const target = view.resolve(from, link);
    if (target.kind === 'unknown' || target.kind === 'external') return 'unknown';
    if (!isThere(target, to.path)) return 'no';
    return to.fragment === undefined || view.anchors(to.path)?.has(to.fragment) !== false ? 'yes' : 'no';
  });
  return verdicts.includes('yes') && !verdicts.includes('no');
}

function isThere(target: Target, path: Path): boolean {
  if (target.kind === 'file') return target.path === path;
  return target.kind === 'directory' && (target.path === path || target.index === path);
}

function placeOf(target: Target): Path[] {
  return 'path' in target && target.kind !== 'outside' ? [target.path] : [];
}

function split(url: string): Written {
  const hash = url.indexOf('#');
  const before = hash < 0 ? url : url.slice(0, hash);
  const question = before.indexOf('?');
  const path = question < 0 ? before : before.slice(0, question);
  return { path, query: before.slice(path.length), fragment: hash < 0 ? '' : url.slice(hash) };
}

/** Of a url, only the part that differs; no edit where the url is not written to the letter. */
function editOf(path: Path, link: Link, before: Written, after: Written): Pick<Rewrite, 'edit'> {
  const [start, end] = link.urlSpan;
  if (link.verbatim === false || link.url !== link.url.trim()) return {};
  const tail = before.query.length + before.fragment.length;
  if (before.path === after.path) {
    return { edit: { path, start: end - before.fragment.length, end, text: after.fragment } };
  }
  if (before.fragment === after.fragment) return { edit: { path, start, end: end - tail, text: after.path } };
  return { edit: { path, start, end, text: `${after.path}${after.query}${after.fragment}` } };
}

/** Encodes what could end or change a url where it stands; other alphabets only where `like` encodes. */
function encode(text: string, like: string): string {
  const isEncoded = /%[0-9a-f]{2}/i.test(like);
  return [...text]
    .map((character) => {
      if (/[\w\-.~/,;:=@+$]/.test(character)) return character;
      if (character === ' ' && like.includes(' ')) return character;
      if (!isEncoded && /[\p{L}\p{M}\p{N}]/u.test(character)) return character;
      return encodeURIComponent(character).replace(
        /[!'()*]/g,
        (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
      );
    })
    .join('');
}
