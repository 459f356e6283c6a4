import { at, code, type Path, type Project, type ProjectFinding, type Related } from '../../src/rule.js';
import type { Named } from './compare.js';
import type { DocsPlace, NavigationPlace, PagesPlace } from './declarations.js';
import type { Constant } from './languages/index.js';
import type { Listed, Listing } from './listing.js';

/** Says that the docs lack a value. */
export function notListed(
  project: Project,
  { place, at: where }: Listing,
  { name, value, constant }: Named,
): ProjectFinding {
  const declared = `${code(value)} is declared at ${at(project, constant.path, constant.span)}`;
  return {
    code: 'undocumented',
    ...where,
    message: `${declared}${lack(place, name, value)}`,
    related: [declaredHere(constant)],
    target: constant.path,
  };
}

function lack(place: DocsPlace, name: string, value: string): string {
  if (place.kind === 'page') {
    return name === value ? ' but not listed here.' : ` but not listed here as ${code(name)}.`;
  }
  const advice = `or exempt ${code(value)} with a reason.`;
  if (place.kind === 'navigation') {
    return `, but no entry here has the ${place.value} ${code(name)}. Add one, ${advice}`;
  }
  const file = place.value === 'name' ? fileFor(place, name) : undefined;
  const page = place.value === 'name' ? `is named ${code(name)}` : `has the title ${code(name)}`;
  return `, but no page of ${code(place.pages)} ${page}. Add ${file === undefined ? 'one' : code(file)}, ${advice}`;
}

/** The page that a glob wants for a name, where it leaves no choice. */
function fileFor({ pages }: PagesPlace, name: string): Path | undefined {
  return /[/?]/.test(name) || pages.includes('?') || pages.split('*').length !== 2
    ? undefined
    : pages.replace('*', () => name);
}

/** Says that the code does not have what the docs have, and what may have been meant. */
export function unknownValue(
  project: Project,
  place: DocsPlace,
  { value }: Listed,
  meant: Named | undefined,
  of: string,
  file: string,
): string {
  const start = `${code(value)}${aside(place)} is not a value of ${of}`;
  if (!meant) {
    const what = place.kind === 'pages' ? 'the page' : 'it';
    return `${start} in ${file || 'the workspace'}. Remove ${what}, or exempt ${what === 'it' ? 'it' : code(value)} with a reason.`;
  }
  const { constant, name } = meant;
  const stands = name === meant.value ? '' : `, which stands for ${code(meant.value)}`;
  return `${start}; ${code(name)}${stands} at ${at(project, constant.path, constant.span)}${stands && ','} is.`;
}

function aside(
  place: Pick<DocsPlace, 'kind'> & Partial<Pick<PagesPlace | NavigationPlace, 'value'>>,
): string {
  return place.kind === 'pages' ? `, the ${place.value} of this page,` : '';
}

export function declaredHere({ name, path, span }: Constant): Related {
  return { path, span, message: `${code(name)} is declared here` };
}
