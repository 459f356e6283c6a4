import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/model.js';
import { holds, mapValues, shown } from './harness/holds.js';
import { chaos, page, tree } from './harness/random-tree.js';
import { lintTree } from './harness/run-tree.js';

const anyTree = fc.oneof({ weight: 3, arbitrary: tree(page) }, tree(chaos));

describe('fingerprints', () => {
  it('are one for each problem, and stay when lines are inserted above', async () => {
    await holds(
      fc.tuple(tree(page), fc.integer({ min: 1, max: 5 })),
      async ([files, count]) => {
        const above = 'Filler, and nothing else.\n\n'.repeat(count);
        const before = await lintTree(files);
        const after = await lintTree(
          mapValues(files, (text, path) => (/\.mdx?$/.test(path) ? above + text : text)),
        );
        const fingerprints = before.problems.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        expect(after.problems.map(({ fingerprint }) => fingerprint)).toEqual(fingerprints);
      },
      100,
    );
  });

  it.each([
    [
      'orphan-pages/orphan-page',
      'docs-lint.config.json',
      '{ "rules": { "orphan-pages": "warn" } }',
      'Nothing leads here.\n',
    ],
    [
      'manifest/orphan-page',
      'docs/manifest.json',
      '{ "versions": [], "routes": [] }',
      'No entry names it.\n',
    ],
  ])('of %s, which is about the whole page, stay too', async (name, path, text, page) => {
    const [before, after] = await Promise.all(
      [page, `A new first line.\n\n${page}`].map(async (one) => {
        const { problems } = await lintTree(
          new Map([
            ['docs/lost.md', one],
            [path, text],
          ]),
        );
        return problems.map(({ rule, code, fingerprint }) => [`${rule}/${code}`, fingerprint]);
      }),
    );
    expect(before).toEqual([[name, expect.any(String)]]);
    expect(after).toEqual(before);
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
          // A comment behind a heading would become a part of its slug.
          const visible = before.problems.filter(({ path, line }) => path.endsWith('.md') && line > 1);
          const chosen = visible[pick % visible.length];
          if (!chosen) return;
          const { path, line, rule, code } = chosen;
          const names = all ? '' : ` ${withCode ? `${rule}/${code}` : rule}`;
          const comment = `<!-- docs-lint-${action}${names} -->`;
          const lines = (files.get(path) ?? '').split('\n');
          if (action === 'disable-line') lines[line - 1] += ` ${comment}`;
          else if (action === 'disable')
            lines.splice(
              line - 1,
              1,
              comment,
              '',
              lines[line - 1] ?? '',
              '',
              comment.replace('disable', 'enable'),
            );
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
      100,
    );
  });

  it.each([
    ['a string of the manifest that ends with a backslash', 'docs/manifest.json', '"\\\n'],
    ['a raw url over two lines', 'docs/b.md', '<a href="on\ne.md">\n'],
  ])('%s is the same with CRLF', async (_what, path, text) => {
    const [lf, crlf] = await Promise.all(
      [text, text.replaceAll('\n', '\r\n')].map((one) =>
        lintTree(
          new Map([
            ['docs/a.md', '# A\n'],
            [path, one],
          ]),
        ),
      ),
    );
    expect(lf?.problems).toHaveLength(1);
    expect(crlf?.problems.map(shown)).toEqual(lf?.problems.map(shown));
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
