import type { Nodes, Root } from 'mdast';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parser, Syntax } from '../src/markdown/parse.js';
import { textOf, walk } from '../src/walk.js';
import { found, parserNamed } from './parse-compare.js';

describe.each(['satteri', 'mdast'] as const)('%s', (name) => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await parserNamed(name);
  });
  const parse = (text: string, syntax: Syntax = 'md'): Root => parser.parse(text, syntax);
  const find = (text: string, ...types: Nodes['type'][]): string[] => found(parse(text), text, ...types);
  const findMdx = (text: string, ...types: Nodes['type'][]): string[] => {
    return found(parse(text, 'mdx'), text, ...types);
  };

  it('reads GFM', () => {
    const text = '| a |\n|---|\n| ~~b~~ |\n\n- [x] c[^d]\n\n[^d]: www.e.com\n';
    const types = ['table', 'delete', 'listItem', 'footnoteReference', 'footnoteDefinition', 'link'] as const;
    expect(find(text, ...types)).toEqual([
      'table | a |\n|---|\n| ~~b~~ |',
      'delete ~~b~~',
      'listItem - [x] c[^d]',
      'footnoteReference [^d]',
      'footnoteDefinition [^d]: www.e.com',
      'link www.e.com',
    ]);
  });

  it.each([
    ['---\na: b\n---', 'yaml', 'a: b'],
    ['+++\na = 1\n+++\n# c', 'toml', 'a = 1'],
  ])('reads front matter: %j', (text, type, value) => {
    expect(parse(text).children[0]).toMatchObject({ type, value });
  });

  it('takes front matter that is never closed for Markdown', () => {
    expect(find('---\na: b\n\n# c\n\n- d\n', 'heading', 'listItem')).toEqual(['heading # c', 'listItem - d']);
  });

  it('knows no math, directives, wiki links, heading attributes, definition lists or curly quotes', () => {
    const text = '# a {#b}\n\n$5 [c](d.md) $6 "e" -- ... [[f]] ^g^ H~~~2~~~O :h[i]\n\n:::j\n\nk\n: l\n';
    const root = parse(text);
    expect(found(root, text, 'link')).toEqual(['link [c](d.md)']);
    expect(textOf(root)).toBe('a {#b}$5 c $6 "e" -- ... [[f]] ^g^ H~~~2~~~O :h[i]:::jk\n: l');
  });

  it.each(['', '\n', ' \n\t\n'])('reads an empty page: %j', (text) => {
    expect(parse(text).children).toEqual([]);
  });

  it('reads on to the end where a fence is never closed', () => {
    expect(find('# a\n\n```js x y\n# b', 'heading', 'code')).toEqual(['heading # a', 'code ```js x y\n# b']);
  });

  it.each([
    ['NUL', 'a\0 [b\0](c)'],
    ['a broken surrogate pair', '\udc00\ud800 [b\ud83d](c)'],
    ['an astral character', '\u{1f600}\u{1f600} [\u{1f600}](c)'],
    ['a lone carriage return', 'x\r\r# y\r[z](c)'],
    ['CRLF', '> x\r\n> [b](c)\r\n'],
    ['tabs', '-\t[b](c)\n\n\t[d](c)'],
    ['a byte order mark that is no first character', 'x\ufeff [b](c)'],
  ])('counts offsets in UTF-16 code units: %s', (_, text) => {
    const links = find(text, 'link');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^link \[[\s\S]{1,2}\]\(c\)$/);
  });

  it('puts U+FFFD for what is no character', () => {
    expect(textOf(parse('a\0b\ud800c'))).toBe('a\ufffdb\ufffdc');
  });

  it('gives each node a position, bare addresses behind an escape included', () => {
    walk(parse('- [ ] \\* "www.a.com" b@c.com\n\n| d |\n|---|\n| (http://e.com) |\n'), (node) => {
      expect(node.position?.end.offset, node.type).toBeTypeOf('number');
      return undefined;
    });
  });

  it('ends a bare address in a table at the bar', () => {
    const text = '|a|b|\n|-|-|\n|http://c.com/d|e|\n|see https://f.com.|www.g.com|\n';
    expect(find(text, 'link')).toEqual(['link http://c.com/d', 'link https://f.com', 'link www.g.com']);
    expect(find(text, 'tableCell')).toHaveLength(6);
  });

  it('keeps an item behind an empty task', () => {
    expect(find('- [ ]\n- [a](b)\n', 'listItem')).toEqual(['listItem - [ ]', 'listItem - [a](b)']);
    expect(find('- [ ] \n # c\n', 'heading')).toEqual(['heading # c']);
  });

  it('finds a link around a footnote', () => {
    const text = 'a [b [^c]](d.md) [^c]\n\n[^c]: e\n';
    expect(find(text, 'link', 'footnoteReference')).toEqual([
      'link [b [^c]](d.md)',
      'footnoteReference [^c]',
      'footnoteReference [^c]',
    ]);
  });

  describe('MDX', () => {
    it.each([
      ["import A from 'a'\nimport {B} from './b.js'\n\n# c\n", 1],
      ['export const a = `x\n\n# no\n\n[no](no)`\n\n# c\n', 1],
      ['export const a = {\n  b: 1,\n\n  c: "[no](no)"\n}\n\n# c\n', 1],
      [
        'export function A() {\n  const b = 1\n\n  return (\n    <p>\n\n      # no\n    </p>\n  )\n}\n\n# c\n',
        1,
      ],
    ])('takes ESM for no prose: %j', (text, headings) => {
      const root = parse(text, 'mdx');
      expect(root.data?.mdxError).toBeUndefined();
      expect(found(root, text, 'link', 'heading')).toHaveLength(headings);
      const [esm] = found(root, text, 'mdxjsEsm');
      expect(esm).toMatch(/^mdxjsEsm [\s\S]*[^\n]$/);
    });

    it('reads Markdown in JSX', () => {
      const text =
        '<Tabs>\n  <TabItem value="a">\n\n  ## B\n\n  [c](d.md)\n\n  </TabItem>\n  <TabItem label={<b>x</b>}>[e](f.md)</TabItem>\n</Tabs>\n';
      expect(findMdx(text, 'heading', 'link')).toEqual(['heading ## B', 'link [c](d.md)', 'link [e](f.md)']);
    });

    it('reads attributes with expressions, braces and angle brackets', () => {
      const text = '<A b={1 > 2} c={{d: "}"}} {...e} f=\'>\' g="{" h />\n\n[i](j)\n';
      const [element] = parse(text, 'mdx').children;
      expect(element).toMatchObject({
        type: 'mdxJsxFlowElement',
        attributes: [
          { name: 'b', value: { value: '1 > 2' } },
          { name: 'c', value: { value: '{d: "}"}' } },
          { type: 'mdxJsxExpressionAttribute', value: '...e' },
          { name: 'f', value: '>' },
          { name: 'g', value: '{' },
          { name: 'h', value: null },
        ],
      });
      expect(findMdx(text, 'link')).toEqual(['link [i](j)']);
    });

    it('reads expressions that hold strings, templates and comments with braces', () => {
      const text = 'a {"}"} {`}`} {/* } */} {b ? "{" : \'}\'}\n\n{/* [no](no)\n\n# no */}\n\n[c](d)\n';
      expect(findMdx(text, 'mdxTextExpression', 'mdxFlowExpression', 'heading', 'link')).toEqual([
        'mdxTextExpression {"}"}',
        'mdxTextExpression {`}`}',
        'mdxTextExpression {/* } */}',
        'mdxTextExpression {b ? "{" : \'}\'}',
        'mdxFlowExpression {/* [no](no)\n\n# no */}',
        'link [c](d)',
      ]);
    });

    it('makes JSX that is alone in its paragraph a block', () => {
      const [first, second] = parse('<A>b</A>\n\n{c} {d}\n', 'mdx').children;
      expect(first).toMatchObject({ type: 'mdxJsxFlowElement', children: [{ type: 'text', value: 'b' }] });
      expect(second).toMatchObject({ type: 'mdxFlowExpression', value: 'c' });
    });

    it('takes code for code', () => {
      const text = '```jsx\n<A>{b}</A> <!-- c --> {#d}\n```\n\n`<a>{b` `<!-- c -->` `{#d}`\n';
      const root = parse(text, 'mdx');
      expect(root.data?.mdxError).toBeUndefined();
      expect(root.children[0]).toMatchObject({ type: 'code', value: '<A>{b}</A> <!-- c --> {#d}' });
      expect(textOf(root.children[1] as Nodes)).toBe('<a>{b <!-- c --> {#d}');
    });

    it('shows an HTML comment as it is written', () => {
      const text = '<!-- a [no](no) */ {b} -->\n\nc <!-- d --> e\n\n<A>\n<!-- f\n\n# g -->\n</A>\n';
      const root = parse(text, 'mdx');
      expect(root.data?.mdxError).toBeUndefined();
      expect(found(root, text, 'html', 'link', 'heading')).toEqual([
        'html <!-- a [no](no) */ {b} -->',
        'html <!-- d -->',
        'html <!-- f\n\n# g -->',
      ]);
      expect(root.children[0]).toMatchObject({ value: '<!-- a [no](no) */ {b} -->' });
    });

    it('leaves a comment in a string, an attribute or ESM alone', () => {
      const text = 'export const a = "<!-- b -->"\n\n<A c="<!-- d -->" />\n\n<!-- e -->\n';
      const root = parse(text, 'mdx');
      expect(root.children[0]).toMatchObject({ type: 'mdxjsEsm', value: 'export const a = "<!-- b -->"' });
      expect(root.children[1]).toMatchObject({ attributes: [{ value: '<!-- d -->' }] });
      expect(root.children[2]).toMatchObject({ type: 'html', value: '<!-- e -->' });
    });

    it('reads `{#id}` behind a heading as text', () => {
      const root = parse('# A *b* {#c-d}\n\n## _e_{#f}\n', 'mdx');
      expect(root.data?.mdxError).toBeUndefined();
      expect(root.children.map(textOf)).toEqual(['A b {#c-d}', 'e{#f}']);
    });

    it('reads a page that is no MDX as Markdown and says why and where', () => {
      const text = '# a\n\n{/* docs-lint-disable */}\n\nb < [c](d) {\n\n{/*e*/}\n';
      const root = parse(text, 'mdx');
      expect(root.data?.mdxError).toMatchObject({
        line: expect.any(Number),
        message: expect.stringContaining('brace'),
      });
      expect(root.data?.mdxError?.message).not.toMatch(/^\d|mdx-jsx/);
      expect(found(root, text, 'link', 'html')).toEqual(['html {/* docs-lint-disable */}', 'link [c](d)']);
      expect(found(root, text, 'heading')).toEqual(['heading # a']);
    });
  });
});
