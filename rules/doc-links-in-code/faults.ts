import type { Anchors, Facts, Path, Project, View } from '../../src/rule.js';
import { anchorsOf, type Located, meant, type Place } from './places.js';

/** An anchor that a page does not have where it is read. */
interface Lost {
  readonly view: View;
  readonly page: Path;
  readonly fragment: string;
  readonly anchors: Anchors;
}

/** What is wrong with a mention. */
export type Fault = Located & { readonly place: Place } & (
    | { readonly kind: 'missing'; readonly wanted: Path }
    | { readonly kind: 'case'; readonly wanted: Path; readonly actual: Path }
    | ({ readonly kind: 'anchor' } & Lost)
    | { readonly kind: 'line'; readonly file: Path; readonly lines: number; readonly fragment: string }
  );

const lineFragment = /^L(\d+)(?:C\d+)?(?:-L?(\d+)(?:C\d+)?)?$/;

/** Undefined for a mention that reaches what it names in some way to read it, and for one of which nobody can tell. */
export function faultOf(project: Project, found: Located): Fault | undefined {
  const places = meant(project, found);
  const faults = places.flatMap((place) => faultAt(project, found, place) ?? []);
  return faults.length === places.length ? faults[0] : undefined;
}

function faultAt(project: Project, found: Located, place: Place): Fault | undefined {
  const { target } = place;
  const base = { ...found, place };
  if (target.kind === 'missing') {
    // The front page of a site need not be one of the docs.
    const wanted = target.path.replace(/\/+$/, '');
    return wanted === '' || project.roots.includes(wanted) ? undefined : { ...base, kind: 'missing', wanted };
  }
  if (target.kind === 'case') return { ...base, kind: 'case', wanted: target.path, actual: target.actual };
  if (target.kind !== 'file' && target.kind !== 'directory') return undefined;
  const { fragment } = target;
  // `#top` is the top of any page, `#:~:text=` is the browser's, and a slash begins a route of a script.
  if (!fragment || /^(?::~:|top$|!?\/)/i.test(fragment)) return undefined;
  const lines = lineFragment.exec(fragment);
  if (lines) {
    const facts = project.files.get(target.path);
    const last = Math.max(Number(lines[1]), Number(lines[2] ?? 0));
    if (target.kind !== 'file' || !facts || facts.length === 0) return undefined;
    const count = countLines(facts);
    return last > count ? { ...base, kind: 'line', file: target.path, lines: count, fragment } : undefined;
  }
  const all = anchorsOf(project, place, found.mention.kind);
  const [first] = all;
  if (!first || all.some(({ anchors }) => anchors.has(fragment))) return undefined;
  return { ...base, kind: 'anchor', ...first, fragment };
}

/** How many lines a file has; a line end at its end begins no further one. */
function countLines({ lineStarts, length }: Facts): number {
  return lineStarts.at(-1) === length ? lineStarts.length - 1 : lineStarts.length;
}
