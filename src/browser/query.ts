import type { ProblemData } from '../report/html/data.js';

/** What is looked for. A set that is empty asks for nothing. */
export interface Query {
  /** Words that all have to be there, in any order and case. */
  readonly text: string;
  readonly severities: ReadonlySet<string>;
  /** Rules, and codes as `rule/code`. */
  readonly names: ReadonlySet<string>;
  /** A directory or a page. */
  readonly place: string;
  readonly fixable: boolean;
}

type Part = 'text' | 'severities' | 'names' | 'place' | 'fixable';

export const everything: Query = {
  text: '',
  severities: new Set(),
  names: new Set(),
  place: '',
  fixable: false,
};

/** Problems that can be searched: what is searched of each is kept. */
export interface Searchable {
  readonly problem: ProblemData;
  readonly haystack: string;
}

export function searchable(problem: ProblemData): Searchable {
  const { path, line, column, name, message, severity, fix } = problem;
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return {
    problem,
    haystack: `${place} ${severity} ${name} ${message} ${fix?.description ?? ''}`.toLowerCase(),
  };
}

/** Whether something is what a query asks for, one part of it left out if named. */
export function matcher(query: Query, without?: Part): (one: Searchable) => boolean {
  const words = without === 'text' ? [] : wordsOf(query.text);
  const asks = (part: Part, isAsked: boolean): boolean => part !== without && isAsked;
  const bySeverity = asks('severities', query.severities.size > 0);
  const byName = asks('names', query.names.size > 0);
  const byPlace = asks('place', query.place !== '');
  const byFix = asks('fixable', query.fixable);
  return ({ problem, haystack }) =>
    (!bySeverity || query.severities.has(problem.severity)) &&
    (!byName || query.names.has(problem.name) || query.names.has(ruleOf(problem.name))) &&
    (!byPlace || isIn(query.place, problem.path)) &&
    (!byFix || problem.fix !== undefined) &&
    words.every((word) => haystack.includes(word));
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

export function ruleOf(name: string): string {
  const slash = name.indexOf('/');
  return slash < 0 ? name : name.slice(0, slash);
}

/** Whether a path is a page, or inside of a directory. */
function isIn(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** How many there are of each key, in the order of the first. */
export function tally<T>(all: Iterable<T>, keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}
