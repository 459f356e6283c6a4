import type { Project, ProjectFinding } from '../../src/rule.js';
import type { Declaration, DocsPlace, Exemption } from './declarations.js';
import { docsName } from './docs-name.js';
import { fixesFor } from './fixes/fixes-for.js';
import type { Constant } from './languages/index.js';
import type { Listing } from './listing.js';
import { nearMisses } from './near-misses.js';
import { outOfOrder } from './out-of-order.js';
import { declaredHere, notListed, unknownValue } from './say-difference.js';

/** The code's side of a comparison. */
export interface CodeSide {
  /** The first constant of each value, in the order of the code. */
  readonly values: ReadonlyMap<string, Constant>;
  /** What the values are values of, for messages. */
  readonly of: string;
  /** Whether every value could be read, so that one which is not there is wrong. */
  readonly isWhole: boolean;
}

/** A value of the code, and what the docs of one place call it. */
export interface Named {
  readonly name: string;
  readonly value: string;
  readonly constant: Constant;
}

/** What one place and the code do not agree on, and nothing exempts. `use` hears of each exemption in use. */
export function* compare(
  project: Project,
  { exempt: shared, file }: Declaration,
  listing: Listing,
  { values, of, isWhole }: CodeSide,
  use: (exemption: Exemption) => void,
): Generator<ProjectFinding> {
  const { place } = listing;
  const exempt = [...place.exempt, ...shared];
  const names = namesOf(values, place);
  const listed = new Set(listing.values.map(({ value }) => value));
  const absent = [...names.values()].filter(
    ({ name, value }) => !listed.has(name) && !exemptionOf(exempt, value, 'code'),
  );
  const isPhantomWrong = place.relation !== 'code-in-docs' && isWhole;
  const phantoms = listing.values.filter(
    ({ value }) => isPhantomWrong && !names.has(value) && !exemptionOf(exempt, value, 'docs'),
  );
  for (const exemption of usedExemptions(names, listing, exempt, isPhantomWrong)) use(exemption);

  const near = nearMisses(phantoms, names, absent);
  const order = [...names.values()];
  const fixes = fixesFor(listing, order, near);
  for (const one of place.relation === 'docs-in-code' ? [] : absent) {
    yield { ...notListed(project, listing, one), ...fixes.missing(one) };
  }
  for (const phantom of phantoms) {
    const meant = near.meant(phantom);
    yield {
      code: 'phantom',
      path: phantom.path,
      span: phantom.span,
      message: unknownValue(project, place, phantom, meant, of, file),
      related: meant ? [declaredHere(meant.constant)] : [],
      target: meant?.constant.path ?? order[0]?.constant.path ?? file,
      ...fixes.phantom(phantom),
    };
  }
  if (place.ordered) yield* outOfOrder(project, listing, order);
}

/** The values by what a place calls them; several may share a name. */
function namesOf(values: CodeSide['values'], { naming }: DocsPlace): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  for (const [value, constant] of values) {
    const name = docsName(value, naming);
    if (!names.has(name)) names.set(name, { name, value, constant });
  }
  return names;
}

/** Exemptions of values that only one side has, on a side where that would be wrong. */
function* usedExemptions(
  names: ReadonlyMap<string, Named>,
  { values, place }: Listing,
  exempt: readonly Exemption[],
  isPhantomWrong: boolean,
): Generator<Exemption> {
  const listed = new Set(values.map(({ value }) => value));
  const isAbsenceWrong = place.relation !== 'docs-in-code';
  const found = [
    ...[...names.values()].map(
      ({ name, value }) => isAbsenceWrong && !listed.has(name) && exemptionOf(exempt, value, 'code'),
    ),
    ...[...listed].map((value) => isPhantomWrong && !names.has(value) && exemptionOf(exempt, value, 'docs')),
  ];
  for (const one of found) if (one) yield one;
}

export function exemptionOf(
  exempt: readonly Exemption[],
  value: string,
  side: 'code' | 'docs',
): Exemption | undefined {
  return exempt.find((one) => one.value === value && (one.side ?? side) === side);
}
