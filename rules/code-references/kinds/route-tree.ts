import type { CodePlace } from './kind.js';
import type { RoutePath, Segments } from './route-path.js';

interface Branch {
  readonly children: Map<string, Branch>;
  parameter?: Branch;
  isOpen: boolean;
  isEnd: boolean;
  place?: CodePlace;
}

/** The routes of the code, by their segments. */
export interface RouteTree {
  add(path: RoutePath, place: CodePlace): void;
  /** Whether a route begins with these segments, or is them. */
  has(segments: Segments): boolean;
  /** Whether a route is just these segments. */
  hasWhole(segments: Segments): boolean;
  /** Each segment that alone may be wrong: its index, and those that may stand there. */
  slips(
    segments: Segments,
  ): Iterable<{ readonly index: number; readonly choices: ReadonlyMap<string, CodePlace> }>;
}

export function routeTree(): RouteTree {
  const root: Branch = { children: new Map(), isOpen: false, isEnd: false };

  function add({ segments, isOpen }: RoutePath, place: CodePlace): void {
    let at = root;
    for (const segment of segments) {
      const known = segment === null ? at.parameter : at.children.get(segment);
      const next = known ?? { children: new Map(), isOpen: false, isEnd: false, place };
      if (segment === null) at.parameter = next;
      else at.children.set(segment, next);
      at = next;
    }
    at.isOpen ||= isOpen;
    at.isEnd = true;
    at.place ??= place;
  }

  /** Each branch is reached on one way alone, so that this takes no longer than the tree is large. */
  function reaches(from: Branch, segments: Segments, index: number, isWhole = false): boolean {
    if (from.isOpen || (index >= segments.length && (from.isEnd || !isWhole))) return true;
    if (index >= segments.length) return false;
    const segment = segments[index] as string | null;
    const nexts =
      segment === null
        ? [...from.children.values()]
        : [from.children.get(segment)].filter((one) => one !== undefined);
    if (from.parameter) nexts.push(from.parameter);
    return nexts.some((next) => reaches(next, segments, index + 1, isWhole));
  }

  return {
    add,
    has: (segments) => reaches(root, segments, 0),
    hasWhole: (segments) => reaches(root, segments, 0, true),
    *slips(segments) {
      let branches = [root];
      for (const [index, segment] of segments.entries()) {
        const choices = new Map<string, CodePlace>();
        for (const { children } of segment === null ? [] : branches) {
          for (const [name, child] of children) {
            if (child.place && reaches(child, segments, index + 1)) choices.set(name, child.place);
          }
        }
        if (choices.size > 0) yield { index, choices };
        branches = branches.flatMap((branch) => {
          const own = segment === null ? [...branch.children.values()] : [branch.children.get(segment)];
          return [...own, branch.parameter].filter((one) => one !== undefined);
        });
      }
    },
  };
}
