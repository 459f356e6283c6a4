import {
  at,
  code,
  nameOf,
  nearest,
  normalize,
  type Path,
  type Project,
  parentOf,
} from '../../../src/rule.js';
import type { NavigationPlace } from '../declarations.js';
import type { CodeValuesFacts, Entry } from '../facts.js';
import type { Found, Listed } from '../listing.js';
import { foldSpace } from '../places/pieces.js';
import { hint } from '../sections.js';
import { nameFrom } from './name-from.js';

/** A value for each entry right below another one of a navigation, or of its first level. */
export function findEntries(
  project: Project,
  place: NavigationPlace,
  facts: ReadonlyMap<Path, CodeValuesFacts>,
): Found & { readonly above?: Entry } {
  const { path, under, value, exclude } = place;
  const read = facts.get(path);
  const entries = read?.entries ?? [];
  if (entries.length === 0) return { missing: `${code(path)} ${whyEmpty(project, path, read)}` };
  const parent = under === undefined ? undefined : parentNamed(project, path, entries, under);
  if (parent && 'missing' in parent) return parent;
  const isWanted = (entry: Entry) =>
    parent
      ? entry.parent === parent.index
      : !entry.isPart && (entry.parent === undefined || entries[entry.parent]?.isPart === true);
  const own = entries.filter((entry) => isWanted(entry) && !exclude.some((one) => isCalled(entry, one)));
  const values = own.flatMap((entry) => entryValue(entry, value, path));
  const above = parent && entries[parent.index];
  if (values.length > 0) return { values, ...(above ? { above } : {}) };
  const where = under === undefined ? '' : `, under ${code(under)},`;
  return { missing: `In ${path}${where} there is no entry with a ${value === 'title' ? 'title' : 'path'}.` };
}

function whyEmpty(project: Project, path: Path, facts: CodeValuesFacts | undefined): string {
  if (project.has(path) === undefined) {
    const near = nearest(nameOf(path), project.list(parentOf(path)));
    return `does not exist.${hint(near, parentOf(path) === '' ? '' : `${parentOf(path)}/`)}`;
  }
  return facts?.entries
    ? 'holds no entries. It is broken, or no navigation in JSON, YAML or Markdown.'
    : 'could not be read.';
}

function parentNamed(
  project: Project,
  path: Path,
  entries: readonly Entry[],
  under: string,
): { readonly index: number } | { readonly missing: string } {
  const found = entries.flatMap((entry, index) => (isCalled(entry, under) ? [index] : []));
  const full = found.filter((index) => entries.some(({ parent }) => parent === index));
  const [index, other] = full.length === 1 ? full : found;
  if (index === undefined) {
    const names = entries.flatMap(({ title, path }) => [title, path].filter((name) => name !== undefined));
    return { missing: `${path} has no entry ${code(under)}.${hint(nearest(under, names), '')}` };
  }
  if (other === undefined) return { index };
  const places = found.map((one) => at(project, path, entries[one]?.span ?? [0, 0]));
  return {
    missing: `The entry ${code(under)} stands at ${places.join(' and ')}. Name the one that is meant by its path or its title.`,
  };
}

function isCalled({ title, path }: Entry, name: string): boolean {
  if (title !== undefined && foldSpace(title) === foldSpace(name)) return true;
  return path !== undefined && (path === name || plainPath(path) === plainPath(name));
}

function plainPath(path: string): string {
  return normalize(path) ?? path;
}

function entryValue(entry: Entry, value: NavigationPlace['value'], path: Path): Listed[] {
  const { span, write } = entry;
  if (value === 'title') {
    const title = foldSpace(entry.title ?? '');
    return title === '' ? [] : [{ value: title, path, span, ...(write ? { write } : {}) }];
  }
  if (entry.path === undefined) return [];
  const file = entry.path.replace(/[#?].*$/, '');
  return [{ value: value === 'name' ? nameFrom(plainPath(file)) : plainPath(file), path, span }];
}
