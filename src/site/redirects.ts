import { parse as parseJson } from 'jsonc-parser';
import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { join, normalize } from '../paths.js';

/** Addresses that lead on to another page. */
export interface Redirects {
  /** Whether the site redirects this path, which begins with `/`. */
  hasRoute(route: string): boolean;
  /** Whether the docset redirects this file, which need not exist any more. */
  hasFile(path: Path): boolean;
}

/** Where hosts look for redirects, in a directory of the site's configuration or of its public files. */
const places = [
  '',
  'static',
  'public',
  'docs',
  'docs/public',
  'docs/static',
  'site',
  'website',
  'website/static',
];

/** Reads the redirects of Netlify, Cloudflare, Vercel and Microsoft Learn, from the directories that may hold them. */
export function readRedirects(host: Host, bases: readonly Path[]): Redirects {
  const routes: string[] = [];
  const files = new Set<Path>();
  const directories = new Set(
    bases.flatMap((base) => places.map((place) => join(base, place).replace(/\/$/, ''))),
  );
  for (const directory of directories) {
    const text = (name: string): string => {
      const path = join(directory, name);
      return host.has(path) === 'file' ? (host.read(path) ?? '') : '';
    };
    routes.push(
      ...netlify(text('_redirects')),
      ...netlifyToml(text('netlify.toml')),
      ...vercel(text('vercel.json')),
    );
    for (const path of learn(text('.openpublishing.redirection.json'), directory)) files.add(path);
  }
  const exact = new Set(routes.filter((route) => !isPattern(route)).map(withoutSlash));
  const patterns = routes.filter(isPattern).map(toPattern);
  return {
    hasRoute: (route) =>
      exact.has(withoutSlash(route)) || patterns.some((pattern) => pattern.test(withoutSlash(route))),
    hasFile: (path) => files.has(path),
  };
}

/** A rule a line: from, to and perhaps a status; `200` shows another page under this address. */
function netlify(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/)[0] as string)
    .filter((from) => from.startsWith('/'));
}

function netlifyToml(text: string): string[] {
  return [...text.matchAll(/^[ \t]*from[ \t]*=[ \t]*["'](\/[^"'\n]*)["']/gm)].map(
    (match) => match[1] as string,
  );
}

function vercel(text: string): string[] {
  const value: unknown = text === '' ? undefined : parseJson(text);
  return ['redirects', 'rewrites'].flatMap((key) =>
    listIn(value, key).flatMap((one) => (typeof one.source === 'string' ? [one.source] : [])),
  );
}

function learn(text: string, directory: Path): Path[] {
  const value: unknown = text === '' ? undefined : parseJson(text);
  return listIn(value, 'redirections').flatMap(({ source_path, source_path_from_root }) => {
    const fromRoot =
      typeof source_path_from_root === 'string' ? source_path_from_root.replace(/^\//, '') : undefined;
    const relative = typeof source_path === 'string' ? `${directory}/${source_path}` : undefined;
    return normalize(fromRoot ?? relative ?? '') ?? [];
  });
}

function listIn(value: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  return Array.isArray(list) ? list.filter((one) => typeof one === 'object' && one !== null) : [];
}

function isPattern(route: string): boolean {
  return /[*:(]/.test(route);
}

/** `*` and `:splat*` stand for any rest, `:name` for one segment; what stands in brackets is not read further. */
function toPattern(route: string): RegExp {
  const source = withoutSlash(route)
    .split(/(\*+|:\w+\*?|\([^)]*\))/)
    .map((part, index) => {
      if (index % 2 === 0) return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
      return part.startsWith(':') && !part.endsWith('*') ? '[^/]+' : '.*';
    })
    .join('');
  return new RegExp(`^${source}$`);
}

function withoutSlash(route: string): string {
  return route.length > 1 ? route.replace(/\/$/, '') : route;
}
