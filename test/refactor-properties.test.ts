import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/model.js';
import { join, parentOf, relocated } from '../src/paths.js';
import { holds } from './harness/holds.js';
import { readTexts } from './harness/read-texts.js';
import { moveIn, rewordIn } from './harness/refactor-tree.js';
import { lintTree } from './harness/run-tree.js';
import { siteTrees } from './harness/site-trees.js';

type Files = ReadonlyMap<string, string>;

const trees = [
  ...readTexts(new URL('../fixtures/', import.meta.url)),
  ...Object.entries(siteTrees).map(([name, files]) => [name, new Map(Object.entries(files))] as const),
].filter(([name]) => !['conformance', 'overrides'].includes(name));

/** Errors of rules that look at more than one page, by what they are about. */
function errors(problems: readonly Problem[], path: (path: string) => string): string[] {
  return problems
    .filter(({ severity, rule }) => severity === 'error' && !['markdownlint', 'no-emdash'].includes(rule))
    .map((problem) => `${path(problem.path)} ${problem.rule}/${problem.code}`)
    .sort();
}

async function expectNoWorse(before: Files, after: Files, path: (path: string) => string): Promise<void> {
  const [was, is] = [await lintTree(before), await lintTree(after)];
  const left = errors(was.problems, path);
  const added = errors(is.problems, (one) => one).filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect(added).toEqual([]);
}

/** What says where things are, and stays. */
const nowhere =
  /^\.venv|docs-lint\.config|expected\.|package\.json|manifest\.json|SUMMARY|_redirects|book\.toml|hugo\.toml|config\.(?:js|ts|mjs|yml)|_config\.yml|mkdocs\.yml|docfx\.json|sidebars/;

describe.each(trees)('the tree %s', (_name, files) => {
  const paths = [...files.keys()].filter((path) => !nowhere.test(path));
  const folders = [...new Set(paths.map(parentOf))].filter(
    (path) =>
      ![
        '',
        'docs',
        'src',
        'content',
        'src/content',
        'src/content/docs',
        'static',
        'docs/public',
        'docs/.vitepress',
      ].includes(path),
  );
  const top =
    ['src/content/docs', 'content', 'docs', 'src'].find((one) =>
      paths.some((path) => path.startsWith(`${one}/`)),
    ) ?? 'docs';
  const headings = [...files]
    .filter(([path]) => /\.mdx?$/.test(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^#{1,6} ([\w ]+)$/gm)].map(
        ([, words = '']) => `${path}#${words.toLowerCase().replaceAll(' ', '-')}`,
      ),
    );

  const place = fc.record({
    directory: fc.constantFrom(top, ...folders, `${top}/new folder`, `${top}/deep/er`),
    name: fc.constantFrom('same', 'other', 'index', 'ü (1)'),
  });

  /** What is wrong with a link of a page that is moved may be something else then. */
  let wrong: string[] | undefined;

  it('has no new error when something is moved', async () => {
    await holds(
      fc.record({ from: fc.constantFrom(...paths, ...folders), to: place }),
      async ({ from, to: { directory, name } }) => {
        wrong ??= (await lintTree(files)).problems.map(({ path }) => path);
        if (wrong.some((path) => path === from || path.startsWith(`${from}/`))) return;
        const ending = /\.\w+$/.exec(from)?.[0] ?? '';
        const to = join(
          directory,
          name === 'same' ? from.slice(parentOf(from).length).replace('/', '') : name + ending,
        );
        if ([...files.keys()].some((path) => path === to || path.startsWith(`${to}/`))) return;
        if (to.startsWith(`${from}/`) || from.startsWith(`${to}/`)) return;
        const moved = await moveIn(files, from, to);
        if (moved.breaks.length > 0) {
          if (process.env.SHOW) console.log(_name, from, to, moved.breaks);
          return;
        }
        await expectNoWorse(files, moved.files, (path) => relocated({ from, to }, path));
      },
      12,
    );
  });

  it.runIf(headings.length > 0)('has no new error when a heading has other words', async () => {
    await holds(
      fc.record({
        heading: fc.constantFrom(...headings),
        words: fc.constantFrom('Setup', 'Other words', '`code` & more', 'Überblick'),
      }),
      async ({ heading, words }) => {
        const moved = await rewordIn(files, heading, words).catch((error: Error) => {
          if (error.name === 'UserError') return undefined;
          throw error;
        });
        if (!moved) return;
        if (moved.breaks.length > 0) {
          if (process.env.SHOW) console.log(_name, heading, words, moved.breaks);
          return;
        }
        await expectNoWorse(files, moved.files, (path) => path);
      },
      8,
    );
  });
});
