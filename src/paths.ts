import type { Move, Path } from './model.js';

/** The directory that holds a path; the workspace is `''`. */
export function parentOf(path: Path): Path {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

export function nameOf(path: Path): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function join(directory: Path, name: string): Path {
  return directory === '' ? name : `${directory}/${name}`;
}

/** Whether a path is a directory itself or anything below it. */
export function isWithin(directory: Path, path: Path): boolean {
  return directory === '' || path === directory || path.startsWith(`${directory}/`);
}

/** Where a path is when something was moved, be it that or something in it. */
export function relocated({ from, to }: Move, path: Path): Path {
  return isWithin(from, path) ? to + path.slice(from.length) : path;
}

/** Resolves `.` and `..`; undefined when the path leaves the workspace. */
export function normalize(path: string): Path | undefined {
  if (isPlain(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Whether a path has surely no part that is empty, `.` or `..`. */
function isPlain(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.includes('//') || path.includes('./')) return false;
  return !path.endsWith('/') && !path.endsWith('.');
}

/** Where a relative way from a page leads; undefined when it leaves the workspace. */
export function wayFrom(page: Path, way: string): Path | undefined {
  let directory = parentOf(page);
  let at = 0;
  for (; way.startsWith('../', at); at += '../'.length) {
    if (directory === '') return undefined;
    directory = parentOf(directory);
  }
  const rest = at === 0 ? way : way.slice(at);
  return isPlain(rest) ? join(directory, rest) : normalize(`${directory}/${rest}`);
}

/** The way from a page to a file, as a relative link writes it. */
export function relative(from: Path, to: Path): string {
  const here = parentOf(from) === '' ? [] : parentOf(from).split('/');
  const there = to.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same++;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/**
 * The language and the version that a path speaks of, empty for most: a page in French has no use for a heading
 * of the English one.
 */
export function editionOf(path: Path): string {
  const [stem = '', ...others] = nameOf(path).split('.');
  const suffixes = [/^(?:readme|index|[A-Z_]+)[-_](.*)$/.exec(stem)?.[1] ?? '', ...others.slice(0, -1)];
  return [...parentOf(path).split('/'), ...suffixes].filter(isEdition).join('/');
}

function isEdition(part: string): boolean {
  if (/^(?:i18n|versioned_docs|(?:version-|v)?\d+(?:\.[\dx]+)*)$/i.test(part)) return true;
  const language = /^([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/i.exec(part)?.[1];
  return language !== undefined && languages.has(language.toLowerCase());
}

/** ISO 639-1, but for those that are better known as something else: `io`, `os`. */
const languages = new Set(
  `aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el
   en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik is it iu ja
   jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb
   nd ne ng nl nn no nr nv ny oc oj om or pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr
   ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`.split(
    /\s+/,
  ),
);
