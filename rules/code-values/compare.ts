import { nearest, type Project, type ProjectFinding } from '../../src/rule.js';
import type { Declaration, DocsPlace, Exemption } from './declarations.js';
import type { Value } from './facts.js';
import type { Constant } from './languages/index.js';
import { at, code } from './message.js';

/** Pairs of values beyond which the nearest one is not searched for. */
const most = 1_000_000;

/** The code's side of a comparison. */
export interface CodeSide {
  readonly values: ReadonlyMap<string, Constant>;
  /** What the values are values of, for messages. */
  readonly of: string;
  /** Whether every value could be read, so that one which is not there is wrong. */
  readonly isWhole: boolean;
}

/** Every value that one side has and the other has not, and that nothing exempts. `use` hears of each exemption in use. */
export function* compare(
  project: Project,
  { exempt, file }: Declaration,
  place: DocsPlace,
  listed: readonly Value[],
  { values, of, isWhole }: CodeSide,
  use: (exemption: Exemption) => void,
): Generator<ProjectFinding> {
  const [first] = values.values();
  const inDocs = new Set(listed.map(({ value }) => value));
  const undocumented = [...values].filter(([value]) => !inDocs.has(value));
  const names = new Set([...undocumented.map(([name]) => name), ...values.keys()]);
  const isSearchable = values.size * listed.length < most;
  for (const [value, constant] of undocumented) {
    const exemption = exemptionOf(exempt, value, 'code');
    if (exemption) use(exemption);
    else yield notListed(project, place, listed, value, constant);
  }
  for (const { value, span } of listed) {
    if (values.has(value) || !isWhole) continue;
    const exemption = exemptionOf(exempt, value, 'docs');
    if (exemption) {
      use(exemption);
      continue;
    }
    const near = isSearchable ? values.get(nearest(value, names) ?? '') : undefined;
    const message = near
      ? `${code(value)} is not a value of ${of}; ${code(near.value ?? '')} at ${at(project, near.path, near.span)} is.`
      : `${code(value)} is not a value of ${of} in ${file || 'the workspace'}. Remove it, or exempt it with a reason.`;
    const related = near ? [declaredHere(near)] : [];
    yield {
      code: 'phantom',
      path: place.path,
      span,
      message,
      related,
      target: near?.path ?? first?.path ?? file,
    };
  }
}

function notListed(
  project: Project,
  { path, comment }: DocsPlace,
  listed: readonly Value[],
  value: string,
  constant: Constant,
): ProjectFinding {
  return {
    code: 'undocumented',
    path,
    span: comment ?? listed[0]?.span ?? [0, 0],
    message: `${code(value)} is declared at ${at(project, constant.path, constant.span)} but not listed here.`,
    related: [declaredHere(constant)],
    target: constant.path,
  };
}

export function exemptionOf(
  exempt: readonly Exemption[],
  value: string,
  side: 'code' | 'docs',
): Exemption | undefined {
  return exempt.find((one) => one.value === value && (one.side ?? side) === side);
}

export function declaredHere({ name, path, span }: Constant) {
  return { path, span, message: `${code(name)} is declared here` };
}
