import { expect } from 'vitest';
import type { Fix, Problem } from '../../src/model.js';
import { lintTree } from './run-tree.js';

const page = 'docs/a.md';

/** A Go package whose type `Client` has these constants. */
function source(values: readonly string[]): string {
  const constants = values.map((value, index) => `\tV${index} Client = ${JSON.stringify(value)}\n`);
  return `package p\n\ntype Client string\n\nconst (\n${constants.join('')})\n`;
}

/** What is wrong with a page whose comment names `p/client.go` and `Client`. */
export async function problemsOf(
  text: string,
  values: readonly string[],
  path = page,
): Promise<readonly Problem[]> {
  const files = new Map([
    ['p/client.go', source(values)],
    [path, text],
  ]);
  return (await lintTree(files, 'code-values')).problems;
}

/** The text after one fix, whose edits must not overlap. */
export function apply(text: string, { edits }: Fix): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, edit] of ordered.entries()) {
    expect(edit.start).toBeGreaterThanOrEqual(ordered[index - 1]?.end ?? 0);
    expect(edit.end).toBeGreaterThanOrEqual(edit.start);
    expect(edit.end).toBeLessThanOrEqual(text.length);
  }
  return ordered.reduceRight(
    (all, { start, end, text }) => all.slice(0, start) + text + all.slice(end),
    text,
  );
}

/** The page after one fix at a time, of those wanted. */
export async function mended(
  text: string,
  values: readonly string[],
  wanted: (fix: Fix) => boolean,
  path = page,
): Promise<string> {
  for (let pass = 0; pass < 20; pass++) {
    const fixes = (await problemsOf(text, values, path)).flatMap(({ fix }) => (fix ? [fix] : []));
    const fix = fixes.find(wanted);
    if (!fix) return text;
    text = apply(text, fix);
  }
  throw new Error('these fixes have no end');
}
