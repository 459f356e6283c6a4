import { at, code, type Path, type Project, type ProjectFinding, parentOf } from '../../src/rule.js';
import { type CodeSide, compare, exemptionOf } from './compare.js';
import type { Declaration, Exemption, Place } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import { findConstants } from './find-constants.js';
import type { Constant } from './languages/index.js';
import type { LinkFiles } from './link-files.js';
import { listValues } from './list-values.js';
import type { Listing } from './listing.js';
import { declaredHere } from './say-difference.js';
import { unusedExemption } from './unused-exemption.js';
import { unusedNames } from './unused-names.js';

type Facts = ReadonlyMap<Path, CodeValuesFacts>;

/** Every disagreement between the two sides of one declaration. */
export function* checkDeclaration(
  project: Project,
  declaration: Declaration,
  facts: Facts,
  link: LinkFiles,
): Generator<ProjectFinding> {
  const used = new Set<Exemption>();
  const use = (exemption: Exemption) => used.add(exemption);
  const found = findConstants(project, declaration, facts, link);
  const constants = 'constants' in found ? found.constants : [];
  const unread = constants.filter((one) => one.unread !== undefined && !isExempt(declaration, one, use));
  if ('missing' in found) {
    yield nothing(declaration, declaration.at, found.missing, targetOf(declaration.file));
  }
  for (const constant of unread) yield unreadable(project, declaration, constant);
  const listings: Listing[] = [];
  for (const place of declaration.docs) {
    const listing = listValues(project, place, facts);
    if (!('missing' in listing)) listings.push(listing);
    else {
      const other = place.kind === 'pages' ? parentOf(place.pages.replace(/[*?].*/s, '')) : place.path;
      yield nothing(declaration, place.at, listing.missing, other);
    }
  }
  const values = byValue(constants);
  if ('missing' in found || values.size === 0) return;
  const side: CodeSide = { values, of: found.of, isWhole: unread.length === 0 };
  for (const listing of listings) yield* compare(project, declaration, listing, side, use);
  if (!side.isWhole) return;
  const isWhole = listings.length === declaration.docs.length;
  yield* notNeeded(project, declaration, isWhole ? declaration.exempt : [], values, listings, used);
  for (const listing of listings) {
    yield* notNeeded(project, declaration, listing.place.exempt, values, [listing], used);
  }
  for (const { at, message } of unusedNames(declaration, values, found.of)) {
    yield problem('unused-exemption', declaration, at, message, [...values.values()][0]?.path);
  }
}

/** Exemptions that exempted nothing in the places that they are for. */
function* notNeeded(
  project: Project,
  declaration: Declaration,
  exempt: readonly Exemption[],
  values: ReadonlyMap<string, Constant>,
  listings: readonly Listing[],
  used: ReadonlySet<Exemption>,
): Generator<ProjectFinding> {
  for (const exemption of exempt) {
    if (used.has(exemption)) continue;
    const { message, other } = unusedExemption(project, exemption, values, listings);
    yield problem('unused-exemption', declaration, exemption.at, message, other);
  }
}

/** A constant whose value cannot be read is exempted by its name, in every place. */
function isExempt(
  { exempt, docs }: Declaration,
  { name }: Constant,
  use: (exemption: Exemption) => void,
): boolean {
  const shared = exemptionOf(exempt, name, 'code');
  const own = docs.map((place) => exemptionOf(place.exempt, name, 'code'));
  const found = shared ? [shared] : own.filter((one) => one !== undefined);
  for (const exemption of found) use(exemption);
  return shared !== undefined || found.length === docs.length;
}

/** The first constant of each value. */
function byValue(constants: readonly Constant[]): ReadonlyMap<string, Constant> {
  const values = new Map<string, Constant>();
  for (const constant of constants) {
    if (constant.value !== undefined && !values.has(constant.value)) values.set(constant.value, constant);
  }
  return values;
}

function unreadable(project: Project, declaration: Declaration, constant: Constant): ProjectFinding {
  const { name, path, span, unread } = constant;
  const message = `The value of ${code(name)} at ${at(project, path, span)} cannot be read: ${unread}. Exempt ${code(name)} with a reason.`;
  return { ...nothing(declaration, declaration.at, message, path), related: [declaredHere(constant)] };
}

function nothing(declaration: Declaration, place: Place, message: string, other: Path): ProjectFinding {
  return problem('nothing-found', declaration, place, message, other);
}

/** A problem of a declaration points at the other file. */
function problem(
  code: string,
  { name }: Declaration,
  place: Place,
  message: string,
  other: Path | undefined,
): ProjectFinding {
  return {
    code,
    ...place,
    message: name === undefined ? message : `List \`${name}\`: ${message}`,
    ...(other === undefined || other === place.path ? {} : { target: other }),
  };
}

function targetOf(file: Path): Path {
  return /[*?]/.test(file) ? parentOf(file) : file;
}
