import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, viewOf } from '../src/browser/address.js';
import { foldersOf } from '../src/browser/folders.js';
import { chosen, graphModel } from '../src/browser/graph-model.js';
import { firstOf, groupsOf } from '../src/browser/groups.js';
import { everything, matcher, searchable, tally } from '../src/browser/query.js';
import type { Graph } from '../src/model.js';
import { formats } from '../src/report/formats.js';
import type { GraphData, ProblemData, ReportData } from '../src/report/html/data.js';
import { frameRows } from '../src/report/html/frame-rows.js';
import { graphData } from '../src/report/html/graph-data.js';
import { lineStarts } from '../src/text.js';
import { at, contextOf, guide, problem, rangeIn, render, result } from './report-given.js';

const text = '# Guide\n\nSee\t[x](nope.md).\n\nEnd.\n';
const code = { script: 'go()', style: 'p{}' };
const broken = problem(at(text, '[x](nope.md)'), {
  related: [{ ...at(text, 'End'), path: guide, message: 'Here' }],
  fix: { safe: false, description: 'Link to `more.md`', edits: [] },
});
const graph: Graph = {
  nodes: [
    { path: 'docs/README.md', kind: 'page' },
    { path: guide, kind: 'page' },
    { path: 'docs/lost.md', kind: 'page' },
    { path: 'docs/nope.md', kind: 'missing' },
    { path: 'src', kind: 'missing' },
  ],
  edges: [
    { from: guide, to: 'docs/README.md', line: 2, column: 1, broken: false },
    { from: guide, to: 'docs/nope.md', line: 3, column: 5, broken: true },
    { from: guide, to: 'src', line: 5, column: 1, broken: true },
    { from: 'docs/README.md', to: guide, line: 1, column: 1, broken: false },
    { from: 'docs/README.md', to: guide, line: 4, column: 1, fragment: 'x', broken: true },
    { from: 'docs/lost.md', to: 'docs/lost.md', line: 1, column: 1, broken: false },
  ],
};

function dataOf(page: string): ReportData {
  return JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>\n/.exec(page)?.[1] ?? '');
}

describe('the page of the HTML report', () => {
  it('holds what there is to show, and no more of a file than that', () => {
    const page = render('html', result([broken]), contextOf({ [guide]: text }, { graph: () => graph }));
    const { problems, lines, graph: links } = dataOf(page);
    expect(problems).toEqual([
      {
        ...{ name: 'broken-links/missing-file', severity: 'error', path: guide, line: 3, column: 5 },
        message: 'No file `docs/nope.md`.',
        frame: [[3, 0, 7, 19]],
        related: [{ place: 'docs/guide.md:5:1', message: 'Here' }],
        fix: { safe: false, description: 'Link to `more.md`' },
      },
    ]);
    expect(lines).toEqual(['See    [x](nope.md).']);
    expect(links?.edges).toEqual([
      [1, 0, 2, 'good'],
      [1, 3, 3, 'broken'],
      [1, 4, 5, 'lost'],
      [0, 1, 4, 'lost'],
    ]);
  });

  it('lets nothing run but its own code, and loads nothing', () => {
    const page = render('html', result([broken]), contextOf({}, { browserCode: () => code }));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    const hashOf = (part: string) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src ${hashOf(code.script)}`,
      `style-src ${hashOf(code.style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/\b(?:src|href)=/);
  });

  it('keeps hostile text inside of its data, whatever it is', () => {
    const piece = fc.constantFrom(
      '</script',
      '<!--',
      '<script>',
      ']]>',
      '&lt;',
      '\u2028',
      '"',
      '\\',
      '\ud800',
      '\0',
    );
    const hostile = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary' }),
    );
    const shape = (page: string) => page.match(/<[!/]?[a-z-]+/gi);
    const usual = shape(render('html', result([broken]), contextOf({})));
    fc.assert(
      fc.property(hostile, (word) => {
        const odd = problem(rangeIn(word, 0, word.length), { path: word, message: word, rule: word });
        const page = render('html', result([odd], { notes: [word] }), contextOf({ [word]: word }));
        expect(shape(page)).toEqual(usual);
        expect(dataOf(page).problems).toHaveLength(1);
      }),
    );
  });

  it('is the only one for which the graph and the code for the browser are made', () => {
    const unwanted = (): never => expect.unreachable();
    const context = contextOf({}, { graph: unwanted, browserCode: unwanted });
    for (const name of formats.keys()) if (name !== 'html') render(name, result([broken]), context);
    expect(() => render('html', result([broken]), context)).toThrow();
  });
});

describe('the lines of a frame', () => {
  const rowsOf = (source: string, start: number, end: number) =>
    frameRows({ text: source, starts: lineStarts(source) }, rangeIn(source, start, end));

  it('are those of the span, and those around it that are not empty', () => {
    expect(rowsOf('one\r\ntwo\r\n\r\n', 5, 8)).toEqual([
      { line: 1, text: 'one' },
      { line: 2, text: 'two', mark: [0, 3] },
    ]);
    const long = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
    expect(rowsOf(long, 0, long.length).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 20]);
    expect(frameRows({ text: 'a', starts: [0] }, { line: 9, column: 1, endLine: 9, endColumn: 2 })).toEqual(
      [],
    );
  });

  it('are as much of a long line as there is room for', () => {
    const long = `${'word '.repeat(200_000)}[gone](x.md)${' more'.repeat(200_000)}`;
    const start = long.indexOf('[gone]');
    const [row] = rowsOf(long, start, start + 12);
    expect(row?.text.length).toBeLessThan(260);
    expect(row?.text.slice(...(row.mark ?? []))).toBe('[gone](x.md)');
    expect(row?.text).toMatch(/^….*…$/);
  });

  it('show what cannot be seen', () => {
    expect(rowsOf('a\u202e\u001bb\tc', 1, 3)).toEqual([{ line: 1, text: 'a<U+202E>␛b    c', mark: [1, 10] }]);
  });
});

describe('what the page makes of problems', () => {
  const made = (name: string, path: string, more: Partial<ProblemData> = {}) =>
    searchable({ name, path, severity: 'error', message: 'No `Set-up`.', line: 1, column: 2, ...more });
  const all = [
    made('links/gone', 'docs/a/one.md'),
    made('links/case', 'docs/a/two.md', { severity: 'warning' }),
    made('dash/em', 'docs/b.md', { fix: { safe: true, description: 'Write commas' } }),
    made('links/gone', 'docs/a/one.md', { line: 7 }),
  ];
  const count = (query: Partial<typeof everything>) =>
    all.filter(matcher({ ...everything, ...query })).length;

  it('finds what has all words, in any order and case', () => {
    expect([count({ text: '' }), count({ text: 'GONE one.md' }), count({ text: 'one.md:7' })]).toEqual([
      4, 2, 1,
    ]);
    expect([count({ text: '`set-up` dash' }), count({ text: 'commas' }), count({ text: 'none' })]).toEqual([
      1, 1, 0,
    ]);
  });

  it('is narrowed down by rule or code, severity, place and fix', () => {
    expect([count({ names: new Set(['links']) }), count({ names: new Set(['links/case', 'dash']) })]).toEqual(
      [3, 2],
    );
    expect([count({ severities: new Set(['warning']) }), count({ fixable: true })]).toEqual([1, 1]);
    expect([count({ place: 'docs/a' }), count({ place: 'docs/b.md' }), count({ place: 'docs/' })]).toEqual([
      3, 1, 0,
    ]);
    const query = { ...everything, names: new Set(['dash']), place: 'docs/a' };
    expect(all.filter(matcher(query, 'names'))).toHaveLength(3);
  });

  it('is grouped, and cut where there is enough', () => {
    expect(groupsOf(all, 'page').map(({ key, members }) => [key, members.length])).toEqual([
      ['docs/a/one.md', 2],
      ['docs/a/two.md', 1],
      ['docs/b.md', 1],
    ]);
    expect(groupsOf(all, 'rule').map(({ key }) => key)).toEqual(['links', 'dash']);
    expect(groupsOf(all, 'code').map(({ key }) => key)).toEqual(['links/gone', 'links/case', 'dash/em']);
    expect(
      firstOf(groupsOf(all, 'rule'), 2).map(({ key, members, count }) => [key, members.length, count]),
    ).toEqual([['links', 2, 3]]);
  });

  it('is a tree of folders, those with one folder alone taken together', () => {
    const tree = foldersOf(
      tally(['docs/x/y/a.md', 'docs/x/y/b.md', 'docs/x/y/b.md', 'docs/z.md'], (path) => path),
    );
    expect(tree.map(({ name, count }) => [name, count])).toEqual([['docs', 4]]);
    expect(tree[0]?.children.map(({ name, path, count }) => [name, path, count])).toEqual([
      ['x/y', 'docs/x/y', 3],
      ['z.md', 'docs/z.md', 1],
    ]);
  });

  it('stands in the address as it is on the screen', () => {
    const word = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(word, fc.uniqueArray(word), word, fc.boolean(), (query, names, node, fixable) => {
        const view = {
          ...{ tab: 'graph' as const, group: 'code' as const, node },
          query: { text: query, names: new Set(names), severities: new Set(['error']), place: node, fixable },
        };
        expect(viewOf(addressOf(view))).toEqual(view);
      }),
    );
    expect(addressOf(viewOf('#nonsense&tab=x'))).toBe('#');
  });
});

describe('the link graph of the page', () => {
  const model = graphModel(graphData(graph, [broken]), [
    { name: 'a/b', severity: 'warning', path: guide, message: 'x' },
  ]);

  it('knows orphans, which front pages are not, and broken links', () => {
    const paths = (choice: Parameters<typeof chosen>[1], words = '') =>
      chosen(model.spots, choice, words).map(({ path }) => path);
    expect(paths('pages')).toEqual(['docs/README.md', guide, 'docs/lost.md']);
    expect(paths('pages', 'LOST docs')).toEqual(['docs/lost.md']);
    expect(paths('orphans')).toEqual(['docs/lost.md']);
    expect(paths('broken')).toEqual([guide]);
    expect(paths('problems')).toEqual([guide]);
  });

  it('is red for what is said of the link itself, and not of what stands beside it', () => {
    const beside = problem(at(text, 'See'), { rule: 'no-emdash', code: 'emdash' });
    const { edges } = graphData(graph, [beside]);
    expect(edges.map(([, , line, state]) => [line, state])).toContainEqual([3, 'lost']);
  });

  it('shows characters that cannot be seen, and knows the problems of such a page', () => {
    const path = 'docs/a\u202eb\n.md';
    const page = render(
      'html',
      result([problem(at(text, 'See'), { path })]),
      contextOf({ [path]: text }, { graph: () => ({ nodes: [{ path, kind: 'page' }], edges: [] }) }),
    );
    const { graph: its, problems } = dataOf(page);
    expect(its?.nodes).toEqual([['docs/a<U+202E>b␊.md', 'page']]);
    expect(graphModel(its as GraphData, problems).spots.map(({ problems: count }) => count)).toEqual([1]);
  });

  it('has links both ways', () => {
    const spot = model.spots[1];
    expect(spot?.links.map(({ to, line, state }) => [to.path, line, state])).toEqual([
      ['docs/README.md', 2, 'good'],
      ['docs/nope.md', 3, 'broken'],
      ['src', 5, 'lost'],
    ]);
    expect(spot?.backlinks.map(({ from, line }) => [from.path, line])).toEqual([['docs/README.md', 4]]);
    expect(spot?.worst).toBe('warning');
  });
});
