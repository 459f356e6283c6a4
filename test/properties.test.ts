import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../src/model.js';
import { json } from '../src/report/json.js';
import { pretty } from '../src/report/pretty.js';
import { holds } from './harness/holds.js';
import { chaos, page, tree } from './harness/random-tree.js';
import { lintTree } from './harness/run-tree.js';

const anyTree = fc.oneof({ weight: 3, arbitrary: tree(page) }, tree(chaos));

function rendered(result: Result, files: ReadonlyMap<string, string>, format = json): string {
  const context = {
    tool: { name: 'docs-lint', version: '0.0.0' },
    color: 0,
    hyperlinks: false,
    width: 80,
    root: '/project',
    text: (path: string) => files.get(path),
  } as const;
  const text = format.render(result, context);
  return typeof text === 'string' ? text : [...text].join('');
}

describe('positions', () => {
  it('lie inside the file, ends behind starts, and a message is one line', async () => {
    await holds(
      anyTree,
      async (files) => {
        const { problems, failures } = await lintTree(files);
        for (const problem of problems) {
          expect(problem.message).not.toMatch(/[\r\n]/);
          for (const range of [problem, ...problem.related]) expectInside(files, range);
          for (const edit of problem.fix?.edits ?? []) {
            const { length } = files.get(edit.path) ?? '';
            expect(edit.start).toBeGreaterThanOrEqual(0);
            expect(edit.end).toBeGreaterThanOrEqual(edit.start);
            expect(edit.end).toBeLessThanOrEqual(length);
          }
        }
        for (const { path, line = 1, column = 1 } of failures)
          expectInside(files, { path, line, column, endLine: line, endColumn: column });
      },
      100,
    );
  });

  function expectInside(
    files: ReadonlyMap<string, string>,
    { path, ...range }: Pick<Problem, 'path' | 'line' | 'column' | 'endLine' | 'endColumn'>,
  ): void {
    const text = files.get(path);
    expect(text, path).toBeDefined();
    const lines = (text ?? '').replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
    const { line, column, endLine, endColumn } = range;
    const what = `${path} ${JSON.stringify(range)}`;
    expect(line >= 1 && endLine >= line && endLine <= lines.length, what).toBe(true);
    expect(column >= 1 && column <= (lines[line - 1] ?? '').length + 1, what).toBe(true);
    expect(endColumn >= 1 && endColumn <= (lines[endLine - 1] ?? '').length + 1, what).toBe(true);
    expect(endLine > line || endColumn >= column, what).toBe(true);
  }

  it('of dashes and urls are those of the text itself', async () => {
    await holds(
      tree(page),
      async (files) => {
        const { problems } = await lintTree(files);
        for (const { rule, code, path, line, column, endColumn } of problems) {
          const text = (files.get(path) ?? '').split('\n')[line - 1]?.slice(column - 1, endColumn - 1);
          if (rule === 'no-emdash') expect(text).toMatch(code === 'entity' ? /^&/ : /^[\u2013\u2014]$/);
          if (rule === 'broken-anchors') expect(text).toMatch(/^[[<]/);
        }
      },
      100,
    );
  });
});

describe('output', () => {
  it('is sorted, and the same in any order of the files and on a second run', async () => {
    await holds(
      fc.tuple(anyTree, fc.infiniteStream(fc.nat())),
      async ([files, random]) => {
        const shuffled = [...files]
          .map((entry) => [random.next().value as number, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry);
        const first = await lintTree(files);
        const second = await lintTree(new Map(shuffled));
        expect(rendered(second, files)).toBe(rendered(first, files));
        expect(rendered(await lintTree(files), files)).toBe(rendered(first, files));
        const keys = first.problems.map(({ path, line, column, rule, code, message }) => [
          path,
          line,
          column,
          rule,
          code,
          message,
        ]);
        for (const [index, key] of keys.entries()) {
          const before = keys[index - 1];
          if (before) expect(isInOrder(before, key), `${before.join()} before ${key.join()}`).toBe(true);
        }
      },
      60,
    );
  });

  function isInOrder(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
    const at = a.findIndex((part, index) => part !== b[index]);
    return at < 0 || (a[at] as string | number) < (b[at] as string | number);
  }

  it('counts what it lists', async () => {
    await holds(
      anyTree,
      async (files) => {
        const { problems, summary } = await lintTree(files);
        const errors = problems.filter(({ severity }) => severity === 'error').length;
        expect(summary).toMatchObject({
          files: [...files.keys()].filter((path) => /\.mdx?$/.test(path)).length,
          errors,
          warnings: problems.length - errors,
        });
      },
      50,
    );
  });

  it('for people shows every problem, and no control character', async () => {
    await holds(
      anyTree,
      async (files) => {
        const result = await lintTree(files);
        const text = rendered(result, files, pretty);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f\u2028\u202e]/);
        expect(JSON.parse(rendered(result, files))).toMatchObject({ summary: result.summary });
      },
      100,
    );
  });
});
