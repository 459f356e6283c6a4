import type { Path, Target } from '../../model.js';
import { parentOf } from '../../paths.js';

/** The pages of a site by the routes that show them. A route has no slash at either end; the front page is `''`. */
export interface Routes {
  /** The first page of a route is the one that it shows. */
  add(route: string, page: Path): void;
  /** A route without a file of its own. */
  make(route: string, to?: Path): void;
  /** What a route shows: a page, a redirect, or a page whose route differs in letter case alone. */
  find(route: string, fragment: string | undefined): Target | undefined;
  /** Whether some route is this one or below it. */
  leadsTo(route: string): boolean;
  /** Below this route there may be pages that are not known, such as one that the run did not read. */
  doubt(route: string): void;
  isDoubtful(route: string): boolean;
}

export function makeRoutes(): Routes {
  const pages = new Map<string, Path>();
  const made = new Map<string, Path | undefined>();
  const folded = new Map<string, Path>();
  const parents = new Set<string>(['']);
  const doubtful = new Set<string>();

  function remember(route: string): void {
    for (let at = route; !parents.has(at); at = parentOf(at)) parents.add(at);
  }

  return {
    add(route, page) {
      const key = keyOf(route);
      if (!pages.has(key)) pages.set(key, page);
      if (!folded.has(key.toLowerCase())) folded.set(key.toLowerCase(), page);
      remember(key);
    },
    make(route, to) {
      const key = keyOf(route);
      if (!made.has(key)) made.set(key, to);
    },
    find(route, fragment) {
      const key = keyOf(route);
      const page = pages.get(key);
      if (page !== undefined) return { kind: 'file', path: page, ...fragmentOf(fragment) };
      const to = made.get(key);
      if (made.has(key)) return { kind: 'virtual', path: key, ...(to === undefined ? {} : { to }) };
      const other = folded.get(key.toLowerCase());
      return other === undefined
        ? undefined
        : { kind: 'case', path: key, actual: other, ...fragmentOf(fragment) };
    },
    leadsTo: (route) => parents.has(keyOf(route)),
    doubt: (route) => doubtful.add(keyOf(route)),
    isDoubtful(route) {
      if (doubtful.size === 0) return false;
      for (let at = keyOf(route); ; at = parentOf(at)) {
        if (doubtful.has(at)) return true;
        if (at === '') return false;
      }
    },
  };
}

function keyOf(route: string): string {
  return normalizeRoute(route).normalize();
}

/** A path of a url as a route: `.` and `..` resolved as a browser does, where what climbs too far stays at the top. */
export function normalizeRoute(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

export function joinRoute(...parts: readonly string[]): string {
  return normalizeRoute(parts.join('/'));
}

export function fragmentOf(fragment: string | undefined): { readonly fragment?: string } {
  return fragment === undefined ? {} : { fragment };
}

/** What follows a prefix of whole segments; undefined where the route does not begin with it. */
export function routeBelow(prefix: string, route: string): string | undefined {
  if (prefix === '') return route;
  if (route === prefix) return '';
  return route.startsWith(`${prefix}/`) ? route.slice(prefix.length + 1) : undefined;
}
