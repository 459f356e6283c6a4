import { nearest, type Path, type Project, type ProjectFinding, parentOf } from '../../src/rule.js';
import { type CodeSide, compare, declaredHere, exemptionOf } from './compare.js';
import type { Declaration, DocsPlace, Exemption, Place } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import { findConstants } from './find-constants.js';
import { findPlace } from './find-place.js';
import type { Constant } from './languages/index.js';
import type { LinkFiles } from './link-files.js';
import { at, code } from './message.js';
import { hint } from './sections.js';
import { type Listed, unusedExemption } from './unused-exemption.js';

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
  const listed: Listed[] = [];
  for (const place of declaration.docs) {
    const values = listedAt(project, place, facts);
    if ('missing' in values) yield nothing(declaration, place.at, values.missing, place.path);
    else listed.push({ place, values: values.values });
  }
  const values = byValue(constants);
  if ('missing' in found || values.size === 0) return;
  const side: CodeSide = { values, of: found.of, isWhole: unread.length === 0 };
  for (const { place, values } of listed) yield* compare(project, declaration, place, values, side, use);
  if (listed.length < declaration.docs.length || !side.isWhole) return;
  for (const exemption of declaration.exempt) {
    if (used.has(exemption)) continue;
    const { message, other } = unusedExemption(project, exemption, values, listed);
    yield problem('unused-exemption', declaration, exemption.at, message, other);
  }
}

/** A constant whose value cannot be read is exempted by its name. */
function isExempt({ exempt }: Declaration, { name }: Constant, use: (exemption: Exemption) => void): boolean {
  const exemption = exemptionOf(exempt, name, 'code');
  if (exemption) use(exemption);
  return exemption !== undefined;
}

/** The first constant of each value. */
function byValue(constants: readonly Constant[]): ReadonlyMap<string, Constant> {
  const values = new Map<string, Constant>();
  for (const constant of constants) {
    if (constant.value !== undefined && !values.has(constant.value)) values.set(constant.value, constant);
  }
  return values;
}

function listedAt(project: Project, place: DocsPlace, facts: Facts) {
  const page = facts.get(place.path);
  if (page?.kind === 'page') return findPlace(project, page, place);
  const kind = project.has(place.path);
  if (kind !== undefined)
    return { missing: `${code(place.path)} was not read as a page of Markdown or MDX.` };
  const near = nearest(place.path, project.pages);
  return { missing: `${code(place.path)} does not exist.${hint(near, '')}` };
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
