import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../src/model.js';
import { json } from '../src/report/json.js';
import { pretty } from '../src/report/pretty.js';
import { chaos, page, tree } from './harness/random-tree.js';
import { lintTree } from './harness/run-tree.js';

/** More than 1 searches longer, as in `DOCS_LINT_EFFORT=50 npx vitest run test/properties.test.ts`. */
const effort = Number(process.env.DOCS_LINT_EFFORT ?? 1);

const anyTree = fc.oneof({ weight: 3, arbitrary: tree(page) }, tree(chaos));

async function holds<T>(
  arbitrary: fc.Arbitrary<T>,
  predicate: (value: T) => Promise<void>,
  numRuns: number,
): Promise<void> {
  await fc.assert(fc.asyncProperty(arbitrary, predicate), { numRuns: numRuns * effort });
}

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

/** A problem without its fingerprint, as one line. */
function shown({ path, line, column, endLine, endColumn, severity, rule, code, message }: Problem): string {
  return `${path}:${line}:${column}-${endLine}:${endColumn} ${severity} ${rule}/${code} ${message}`;
}

const mapValues = (files: ReadonlyMap<string, string>, change: (text: string, path: string) => string) =>
  new Map([...files].map(([path, text]) => [path, change(text, path)] as const));

describe('positions', () => {
  it('lie inside the file, ends behind starts', async () => {
    await holds(
      anyTree,
      async (files) => {
        const { problems, failures } = await lintTree(files);
        for (const problem of problems) {
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
      150,
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
      80,
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

describe('fingerprints', () => {
  it('are one for each problem, and stay when lines are inserted above', async () => {
    await holds(
      fc.tuple(tree(page), fc.integer({ min: 1, max: 5 })),
      async ([files, count]) => {
        const above = 'Filler, and nothing else.\n\n'.repeat(count);
        const before = await lintTree(files);
        const after = await lintTree(mapValues(files, (text, path) => (/\.mdx?$/.test(path) ? above + text : text)));
        const fingerprints = before.problems.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        expect(after.problems.map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
      },
      100,
    );
  });

  it('stay when white space changes', async () => {
    const texts = ['- a [gone](gone.md) — b\n', '-   a  [gone](gone.md)  —\tb  \r\n'];
    const [one, other] = await Promise.all(
      texts.map(async (text) => {
        const { problems } = await lintTree(new Map([['docs/a.md', text]]));
        return problems.map(({ fingerprint }) => fingerprint);
      }),
    );
    expect(one).toHaveLength(2);
    expect(other).toEqual(one);
  });
});

describe('suppressing a problem', () => {
  /** Every paragraph on its own line, so that a comment fits before and behind it. */
  const plain = fc
    .array(
      fc
        .array(
          fc.constantFrom(
            'word',
            '🎉',
            '— ',
            '&mdash;',
            '[gone](gone.md)',
            '[gone](gone.md#x)',
            '[near](b.md#titel)',
            '[nowhere](#nowhere)',
            '![](gone.png)',
            '[text][undefined label]',
            '[]()',
            '`[gone](gone.md)`',
            '<a href="gone.html">x</a>',
          ),
          { minLength: 1, maxLength: 5 },
        )
        .map((pieces) => `Text ${pieces.join(' and ').trim()}`),
      { minLength: 1, maxLength: 6 },
    )
    .map((paragraphs) => `# Title\n\n${paragraphs.map((one) => `${one}\n\n`).join('')}`);

  const cases = fc.record({ files: tree(plain), pick: fc.nat(), withCode: fc.boolean(), all: fc.boolean() });

  it.each(['disable-line', 'disable-next-line', 'disable', 'disable-file'] as const)(
    'with %s removes exactly it',
    async (action) => {
      await holds(
        cases,
        async ({ files, pick, withCode, all }) => {
          const before = await lintTree(files);
          const visible = before.problems.filter(({ path }) => path.endsWith('.md'));
          const chosen = visible[pick % visible.length];
          if (!chosen) return;
          const { path, line, rule, code } = chosen;
          const names = all ? '' : ` ${withCode ? `${rule}/${code}` : rule}`;
          const comment = `<!-- docs-lint-${action}${names} -->`;
          const lines = (files.get(path) ?? '').split('\n');
          if (action === 'disable-line') lines[line - 1] += ` ${comment}`;
          else if (action === 'disable') lines.splice(line - 1, 1, comment, '', lines[line - 1] ?? '', '', comment.replace('disable', 'enable'));
          else lines.splice(line - 1, 0, comment, '');
          const added = action === 'disable-line' ? 0 : 2;
          const after = await lintTree(new Map([...files, [path, lines.join('\n')]]));

          const isHidden = (one: Problem): boolean =>
            one.path === path &&
            (action === 'disable-file' || one.line === line) &&
            (all || (one.rule === rule && (!withCode || one.code === code)));
          const move = (one: Problem): Problem => {
            if (one.path !== path || one.line < line) return one;
            const by = added + (action === 'disable' && one.line > line ? 2 : 0);
            return { ...one, line: one.line + by, endLine: one.endLine + by };
          };
          const expected = before.problems.filter((one) => !isHidden(one)).map((one) => shown(move(one)));
          expect(after.problems.map(shown)).toEqual(expected);
        },
        60,
      );
    },
  );
});

describe('line ends', () => {
  it('CRLF finds the same as LF', async () => {
    await holds(
      anyTree,
      async (files) => {
        const lf = mapValues(files, (text) => text.replaceAll('\r', ''));
        const crlf = mapValues(lf, (text) => text.replaceAll('\n', '\r\n'));
        const before = await lintTree(lf);
        const after = await lintTree(crlf);
        expect(after.problems.map(shown)).toEqual(before.problems.map(shown));
        expect(after.problems.map(({ fingerprint }) => fingerprint)).toEqual(
          before.problems.map(({ fingerprint }) => fingerprint),
        );
        expect(after.failures).toEqual(before.failures);
      },
      150,
    );
  });

  it('a byte order mark changes nothing', async () => {
    await holds(
      tree(page),
      async (files) => {
        const before = await lintTree(files);
        const after = await lintTree(mapValues(files, (text) => `\ufeff${text}`));
        expect(after.problems).toEqual(before.problems);
      },
      50,
    );
  });
});
