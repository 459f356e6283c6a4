import { at, code, nearest, type Path, type Project, type ProjectFinding } from '../../src/rule.js';
import type { DocsPlace, Exemption } from './declarations.js';
import { docsName } from './docs-name.js';
import type { Constant } from './languages/index.js';
import type { Listing } from './listing.js';
import { hint } from './sections.js';

/** What to say of an exemption that exempted nothing, and the file that made it so. */
export function unusedExemption(
  project: Project,
  { value, side }: Exemption,
  values: ReadonlyMap<string, Constant>,
  listings: readonly Listing[],
): Pick<ProjectFinding, 'message'> & { readonly other?: Path } {
  const items = listings.flatMap((listing) => listing.values);
  const constant = values.get(value);
  const names = new Set([value, ...listings.map(({ place }) => docsName(value, place.naming))]);
  const item =
    items.find((one) => one.value === value) ?? (constant && items.find((one) => names.has(one.value)));
  const facts = [
    ...(constant ? [`${at(project, constant.path, constant.span)} declares it`] : []),
    ...(item ? [`${at(project, item.path, item.span)} lists it`] : []),
  ];
  const lead = `The exemption of ${code(value)} is not needed:`;
  const other = constant?.path ?? item?.path;
  if (facts.length === 2)
    return { message: `${lead} ${facts.join(' and ')}. Remove it.`, ...(other ? { other } : {}) };
  if (other !== undefined) {
    const places = listings.map(({ place }) => place);
    const why = whyUnused(constant ? 'code' : 'docs', side, places);
    return { message: `${lead} ${facts.join()}, but ${why}. Correct or remove it.`, other };
  }
  const inDocs = new Set(items.map((one) => one.value));
  const oneSided = [...values.keys(), ...inDocs].filter((one) => !(values.has(one) && inDocs.has(one)));
  const near = nearest(value, oneSided);
  const [first] = values.values();
  return {
    message: `${lead} neither side has this value.${near === undefined ? ' Remove it.' : hint(near, '')}`,
    ...(first ? { other: first.path } : {}),
  };
}

function whyUnused(has: 'code' | 'docs', side: Exemption['side'], places: readonly DocsPlace[]): string {
  if (side !== undefined && side !== has) return 'it is for the other side';
  const allowed = has === 'code' ? 'docs-in-code' : 'code-in-docs';
  return places.every(({ relation }) => relation === allowed)
    ? `\`${allowed}\` allows that`
    : 'another exemption says so already';
}
