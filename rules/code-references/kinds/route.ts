import { globMatcher, nearest, type Path, type Span } from '../../../src/rule.js';
import type { CodeName, Mention } from '../facts.js';
import { listOf, type RouteOption } from '../options.js';
import { beginningWith } from './beginning-with.js';
import type { CodePlace, Kind, Known } from './kind.js';
import { mostPairs, namesOf } from './link-names.js';
import { writtenPaths } from './nested-routes.js';
import { routePath, routeText } from './route-path.js';
import { routeTree } from './route-tree.js';
import { hostBefore, isHost, pathAt } from './urls.js';

/** Routes of an API. */
export function routeKind({ prefix, hosts, mounts = {} }: RouteOption): Kind {
  const prefixes = listOf(prefix).map((one) => `/${one.replace(/^\/+|\/+$/g, '')}`);
  const own = listOf(hosts);

  /** Each path that begins with one of the prefixes; behind a host only where `isOwn` takes that. */
  function* paths(text: string, isOwn: (host: string) => boolean): Generator<{ path: string; span: Span }> {
    for (const start of prefixes) {
      let next = 0;
      for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, next)) {
        const path = pathAt(text, at);
        next = at + Math.max(path.length, start.length);
        const isBorder = path[start.length] === '/';
        if (isBorder && isOwn(hostBefore(text, at))) yield { path, span: [at, at + path.length] };
      }
    }
  }

  function mountOf(path: Path): string | undefined {
    return Object.entries(mounts).find(([pattern]) => globMatcher([pattern])(path))?.[1];
  }

  /** Where the routes of a file stand, if it says nothing about that itself. */
  function placesOf(path: Path): readonly string[] {
    const mount = mountOf(path);
    return mount === undefined ? prefixes : [mount];
  }

  return {
    title: 'route',
    which: beginningWith(prefixes),
    *mentions({ lines }) {
      for (const { text, start } of lines) {
        for (const { path, span } of paths(text, (host) => isHost(host, own))) {
          const segments = routePath(path)?.segments ?? [];
          if (segments.some((part) => part !== null)) yield mentionOf(path, span, start);
        }
      }
    },
    *named(text) {
      for (const { path } of paths(text, () => true)) yield path;
    },
    read(text, file) {
      const found = new Map<string, CodeName>();
      const add = (path: string, [start, end]: Span, isOpen = false): void => {
        const read = routePath(path);
        if (!read) return;
        const name = routeText({ segments: read.segments, isOpen: isOpen || read.isOpen });
        // It speaks of all routes, and would make any name right.
        if (prefixes.some((one) => name === `${one}/*`)) return;
        if (!found.has(name)) found.set(name, [name, start, end, 1]);
      };
      for (const { path, span } of paths(text, () => true)) add(path, span);
      const isMounted = mountOf(file) !== undefined;
      for (const { path, span, above, isOpen } of writtenPaths(text)) {
        const whole = [...above, path].join('/').replace(/\/{2,}/g, '/');
        const start = prefixes.map((one) => whole.lastIndexOf(one)).find((at) => at >= 0);
        if (start !== undefined) add(whole.slice(start), span, isOpen);
        // Without a word of its own it would match any route at all.
        else if (isMounted || routePath(whole)?.segments.some((part) => part !== null)) {
          for (const place of placesOf(file)) add(`${place}/${whole}`, span, isOpen);
        }
      }
      return { names: [...found.values()] };
    },
    link: (files) => linkRoutes(namesOf(files)),
    documented(names) {
      const tree = routeTree();
      for (const name of names) {
        const path = routePath(name);
        if (path) tree.add(path, { path: '', span: [0, 0] });
      }
      return (name) => tree.hasWhole(routePath(name)?.segments ?? []);
    },
    isString: true,
  };
}

function mentionOf(path: string, span: Span, start: number): Mention {
  return { name: path, span: [start + span[0], start + span[1]] };
}

function linkRoutes(names: ReadonlyMap<string, CodePlace>): Known {
  const tree = routeTree();
  let asked = 0;
  for (const [name, place] of names) {
    const path = routePath(name);
    if (path) tree.add(path, place);
  }
  return {
    isEmpty: names.size === 0,
    has: ({ name }) => tree.has(routePath(name)?.segments ?? []),
    meant({ name }) {
      const segments = routePath(name)?.segments ?? [];
      if (names.size * ++asked > mostPairs) return undefined;
      for (const { index, choices } of tree.slips(segments)) {
        const choice = nearest(segments[index] ?? '', choices.keys());
        const place = choice === undefined ? undefined : choices.get(choice);
        if (choice === undefined || !place) continue;
        const write = replaceSegment(name, index, choice);
        return { name: write, place, write, isSure: false };
      }
      return undefined;
    },
  };
}

function replaceSegment(path: string, index: number, by: string): string {
  let seen = -1;
  return path
    .split(/(\/+)/)
    .map((part) => (part === '' || part.startsWith('/') || ++seen !== index ? part : by))
    .join('');
}
