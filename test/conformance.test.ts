import { describe, expect, it } from 'vitest';
import { type Case, readCases } from '../bench/conformance/read-cases.mjs';
import { lintTree } from './harness/run-tree.js';

const cases = readCases();
const dialects = [...new Set(cases.map(({ dialect }) => dialect))];
const kinds = ['anchor', 'case', 'empty', 'file', 'include', 'line', 'outside', 'reference', 'route', 'text'];
/** These have a configuration of their own in the tree, by which docs-lint finds them. */
const found = ['docfx', 'docusaurus', 'github', 'hugo', 'mdbook', 'mkdocs', 'starlight', 'vitepress'];

/** The tree with the configuration that says what no file of it tells. */
function treeOf({ files, generators, repository }: Case): ReadonlyMap<string, string> {
  const [first = ''] = generators;
  const isFound = generators.length === 1 && found.includes(first);
  const site = { ...(isFound ? {} : { generator: generators }), ...(repository ? { repository } : {}) };
  const config = Object.keys(site).length === 0 ? {} : { 'docs-lint.config.json': JSON.stringify({ site }) };
  return new Map(Object.entries({ ...files, ...config }));
}

/** What docs-lint says of the links of a tree, a line each. */
async function reports(one: Case): Promise<string[]> {
  const { problems, failures } = await lintTree(treeOf(one));
  return [
    ...problems
      .filter(({ rule }) => rule === 'broken-links' || rule === 'broken-anchors')
      .map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`),
    ...failures.map(({ path, message }) => `${path} failure ${message}`),
  ];
}

function isExpected({ page, lines: [first, last], kind }: Case, report: string): boolean {
  const rule = kind === 'anchor' ? 'broken-anchors' : 'broken-links';
  const match = /^(.+?):(\d+) (\S+) /.exec(report);
  return match?.[1] === page && Number(match[2]) >= first && Number(match[2]) <= last && match[3] === rule;
}

describe('the corpus', () => {
  it('has names of its own for its cases', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ id }) => !/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('says of each case what it is about, why and from where', () => {
    const unfinished = cases.filter(({ kind, title, why, source, lines: [first, last], page, files }) => {
      const count = files[page]?.split('\n').length ?? 0;
      const isWhole = /^\S.*[^.\s]$/.test(title) && why.endsWith('.') && source.length > 0;
      return !(isWhole && kinds.includes(kind) && 1 <= first && first <= last && last <= count);
    });
    expect(unfinished.map(({ id }) => id)).toEqual([]);
  });
});

/**
 * What is known to be wrong still, each a miss and none a false alarm: these must fail, so that one that is
 * mended leaves the list.
 */
const open: readonly string[] = [];

describe.each(dialects)('docs-lint on %s', (dialect) => {
  for (const one of cases.filter((each) => each.dialect === dialect)) {
    const check = open.includes(one.id) ? it.fails : it;
    check(one.id, async () => {
      const said = await reports(one);
      const summary = `${one.title}: ${one.why} ${one.files[one.page]}`;
      if (one.verdict === 'ok') expect(said, summary).toEqual([]);
      else expect(said.length === 1 && isExpected(one, said[0] as string), `${said} ${summary}`).toBe(true);
    });
  }
});
