import fc from 'fast-check';
import type { Problem } from '../../src/model.js';

/** At 1 every run tries the same trees; more tries more, and others each time, as in `DOCS_LINT_EFFORT=50 npx vitest run test/properties.test.ts`. */
const effort = Number(process.env.DOCS_LINT_EFFORT ?? 1);

/** Tries a property of random values. */
export async function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  predicate: (value: T) => Promise<void>,
  numRuns: number,
): Promise<void> {
  const always = effort === 1 ? { seed: 1 } : {};
  await fc.assert(fc.asyncProperty(arbitrary, predicate), { numRuns: numRuns * effort, ...always });
}

/** A problem without its fingerprint, as one line. */
export function shown({
  path,
  line,
  column,
  endLine,
  endColumn,
  severity,
  rule,
  code,
  message,
}: Problem): string {
  return `${path}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}/${code} ${message}`;
}

/** A tree with every text changed. */
export const mapValues = (
  files: ReadonlyMap<string, string>,
  change: (text: string, path: string) => string,
) => new Map([...files].map(([path, text]) => [path, change(text, path)] as const));
