import { nearest, type Path, type Project, type ProjectFinding } from '../../src/rule.js';
import type { DocsPlace, Exemption } from './declarations.js';
import type { Value } from './facts.js';
import type { Constant } from './languages/index.js';
import { at, code } from './message.js';
import { hint } from './sections.js';

/** What one place lists. */
export interface Listed {
  readonly place: DocsPlace;
  readonly values: readonly Value[];
}

/** What to say of an exemption that exempted nothing, and the file that made it so. */
export function unusedExemption(
  project: Project,
  { value, side }: Exemption,
  values: ReadonlyMap<string, Constant>,
  listed: readonly Listed[],
): Pick<ProjectFinding, 'message'> & { readonly other?: Path } {
  const items = listed.flatMap(({ place: { path }, values }) => values.map((one) => ({ ...one, path })));
  const constant = values.get(value);
  const item = items.find((one) => one.value === value);
  const facts = [
    ...(constant ? [`${at(project, constant.path, constant.span)} declares it`] : []),
    ...(item ? [`${at(project, item.path, item.span)} lists it`] : []),
  ];
  const lead = `The exemption of ${code(value)} is not needed:`;
  const other = constant?.path ?? item?.path;
  if (facts.length === 2)
    return { message: `${lead} ${facts.join(' and ')}. Remove it.`, ...(other ? { other } : {}) };
  if (other !== undefined) {
    const why = side ? 'it is for the other side' : 'another exemption says so already';
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
