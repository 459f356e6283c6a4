import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatterKeys } from '../src/facts/front-matter-keys.js';
import { readToml } from '../src/toml.js';
import { processorSeconds } from './harness/processor-seconds.js';
import { factsOf, readTree } from './harness/read-tree.js';

describe('front matter that decides where a page is', () => {
  it.each([
    ['slug: a/b\nid: "x y"', { slug: 'a/b', id: 'x y' }],
    ["url: '/x/'\ntitle: no", { url: '/x/' }],
    ['aliases:\n  - /a\n  - "b c"\ntitle: x', { aliases: ['/a', 'b c'] }],
    [
      'aliases: [one-name, other-name, ../third-name]',
      { aliases: ['one-name', 'other-name', '../third-name'] },
    ],
    ['redirects: [{ from: "*", to: "? 302" }]', { redirects: ['*'] }],
    [
      'redirects:\n  # why\n  - from: a/x\n    to: y\n  - { from: /go/*, to: z }',
      { redirects: ['a/x', '/go/*'] },
    ],
    ['redirect_from: /one', { redirect_from: '/one' }],
    ['slug: 2024', { slug: '2024' }],
    ['slug: # nothing\ntitle: x', {}],
    ['slug:\ntitle: x', {}],
    ['"slug": x', { slug: 'x' }],
    ['url: https://example.com/#a', { url: 'https://example.com/#a' }],
    ['nested:\n  slug: x', {}],
    ['slug: &a x\nid: *a', { slug: 'x', id: 'x' }],
    ['slug: [', {}],
    ['title: slug: x', {}],
  ])('%j', (yaml, keys) => {
    expect(frontMatterKeys(yaml, 'yaml')).toEqual(keys);
  });

  it('reads TOML', () => {
    const toml = 'slug = "x" # why\naliases = [\n  "/a", # first\n  \'/b\',\n]\n[params]\nurl = "no"\n';
    expect(frontMatterKeys(toml, 'toml')).toEqual({ slug: 'x', aliases: ['/a', '/b'] });
  });

  it('is in the facts of a page', () => {
    expect(factsOf('a.md', '---\nslug: x\n---\n').frontMatter).toEqual({ slug: 'x' });
    expect(factsOf('a.md', '+++\nslug = "x"\n+++\n').frontMatter).toEqual({ slug: 'x' });
    expect(factsOf('a.md', 'slug: x\n').frontMatter).toEqual({});
  });

  it('does not dwell on a line', () => {
    const lines = [
      `slug: a${' '.repeat(50_000)}!`,
      `aliases: [${'a '.repeat(20_000)}`,
      `slug: ${'[{'.repeat(2000)}`,
    ];
    const spent = processorSeconds(() => {
      for (const line of lines) frontMatterKeys(line, 'yaml');
    });
    expect(spent).toBeLessThan(2);
  });
});

describe('TOML', () => {
  it('reads tables, arrays of tables, and values of every kind', () => {
    const text = `a = "x \\"y\\" \\u00e9" # comment
b.c = 1_000
[t."quoted key"]
list = [ 'a', ["b"], { k = true }, ]
long = """
one\\
   two"""
[[many]]
n = 1
[[many]]
n = 2
[many.below]
date = 1979-05-27
`;
    expect(readToml(text)).toEqual({
      a: 'x "y" é',
      b: { c: 1000 },
      t: { 'quoted key': { list: ['a', ['b'], { k: true }], long: 'onetwo' } },
      many: [{ n: 1 }, { n: 2, below: { date: '1979-05-27' } }],
    });
  });

  it('leaves out what it does not understand, and reads on', () => {
    expect(readToml('???\n= 1\nx = \ny = "open\nz = 2\n[bad\nq = 3\n[ok]\nr = 4')).toEqual({
      z: 2,
      q: 3,
      ok: { r: 4 },
    });
    expect(readToml('__proto__ = 1\n[__proto__.x]\ny = 1\n') instanceof Object).toBe(true);
    expect(({} as { y?: number }).y).toBeUndefined();
  });

  it('takes any text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'[]{}"\'=.,#\n\\ab1 '), maxLength: 200 });
    fc.assert(
      fc.property(text, (one) => typeof readToml(one) === 'object'),
      { numRuns: 500 },
    );
    expect(readToml('a = '.concat('['.repeat(100_000)))).toEqual({});
  });
});

describe('ids that nobody can know', () => {
  const isUnknown = (text: string, path = 'a.md'): boolean => factsOf(path, text).hasUnknownIds;

  it.each([
    ['a component', '# A\n\n<ApiTable />\n'],
    ['one with an end', '<ApiTable></ApiTable>\n'],
    ['a custom element', '<api-table src="x"></api-table>\n'],
    ['a dynamic component', '<component :is="x" />\n'],
    ['a bound id', '<div :id="name">\n\n</div>\n'],
    ['raw text', '<div v-html="x"></div>\n'],
    ['a shortcode alone on its line', 'Text\n\n{{% api-table %}}\n'],
    ['a shortcode that closes itself', '{{% docs/intro go /%}}\n'],
    ['a shortcode that includes', '{{< include "x.md" >}}\n'],
    ['an include of Liquid', '{% include x.html %}\n'],
    ['a loop of Liquid', '{% for x in y %}\n\n## {{ x }}\n\n{% endfor %}\n'],
    ['a macro', '{{ table("x") }}\n'],
    ['a template in a heading', '## Version {{ version }}\n'],
    ['a preprocessor', '{{#api table}}\n'],
    ['documentation of code', '::: package.module\n    options: x\n'],
    ['documentation of code, without a dot', '::: module\n\nText\n'],
    ['a heading that shortcodes hide', '1. A\n\n{{< tab >}}\n\nB\n\n    ### In a list\n\n{{< /tab >}}\n'],
  ])('%s', (_, text) => {
    expect(isUnknown(text)).toBe(true);
  });

  it.each([
    ['plain text', '# A\n\nText {with} braces, `{{< code >}}` and <b>tags</b>\n'],
    ['code', '```md\n{{% table %}}\n<ApiTable />\n```\n'],
    ['a comment', '<!-- {{% table %}} <ApiTable /> -->\n'],
    ['a type in a sentence', 'A List<String> or Map<K, V> of things\n'],
    ['a component of mere presentation', '<Badge text="new" /> <VPIcon/> <br/>\n'],
    ['a component around text', '<Wrapper>\n\n## Inside\n\n</Wrapper>\n'],
    ['a component in a sentence', 'From <Since-version /> on, or <Since></Since> then\n'],
    ['a shortcode in a sentence', 'From {{% version %}} on\n'],
    ['a shortcode around text', '{{% note %}}\n\nText\n\n{{% /note %}}\n'],
    ['a harmless shortcode', '{{< figure src="x.png" >}}\n\n{{% param x %}}\n'],
    ['a raw shortcode', '{{< table >}}\n'],
    ['a shortcode that is shown', '{{%/* table */%}}\n'],
    ['a value', '{{ version }}\n'],
    ['a container', '::: tip\n\nText\n\n:::\n'],
    ['a container of Learn', '::: moniker range="x"\n\nText\n\n::: moniker-end\n'],
    ['an include, whose ids are found', '{{#include x.md}}\n\n<!--@include: ./x.md-->\n'],
  ])('not %s', (_, text) => {
    expect(isUnknown(text)).toBe(false);
  });

  it.each([
    ['a component', '<ApiTable />\n', true],
    ['a member of one', '<Api.Reference rows={x} />\n', true],
    ['a wrapper around an expression', '<Wrap>{children}</Wrap>\n', true],
    ['a wrapper around a table', '<APITable>\n\n| a |\n| - |\n| b |\n\n</APITable>\n', true],
    ['an expression with elements', '{list.map((x) => <h2 id={x}>{x}</h2>)}\n', true],
    ['a bound id', '<h2 id={name}>Text</h2>\n', true],
    ['a component in a sentence', 'From <Version /> on\n', false],
    ['a wrapper around text', '<Wrap>\n\n## Inside\n\n</Wrap>\n', false],
    [
      'mere presentation',
      '<Tabs>\n<TabItem value="a">\n\nText\n\n</TabItem>\n</Tabs>\n\n<DocCardList />\n',
      false,
    ],
    ['a comment', '{/* <ApiTable /> */}\n', false],
    ['a page that is imported', "import Part from './part.mdx';\n\n<Part />\n", false],
  ])('in MDX: %s', (_, text, unknown) => {
    expect(isUnknown(text, 'a.mdx')).toBe(unknown);
  });
});

describe('ids of files that a page puts in', () => {
  const has = (files: Record<string, string>, page: string, ...ids: string[]): boolean[] => {
    const anchors = readTree(files).project.anchors(page);
    return ids.map((id) => anchors?.has(id) === true);
  };

  it('counts headings of an include with those of the page', () => {
    const files = {
      '.vitepress/config.js': '',
      'a.md': '# A\n\n<!--@include: ./parts/b.md-->\n\n## Same\n',
      'parts/b.md': '## Same\n\n<!--@include: ./c.md-->\n',
      'parts/c.md': '<a id="deep"></a>\n',
    };
    expect(has(files, 'a.md', 'a', 'same', 'same-1', 'same-2', 'deep', 'no')).toEqual([
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('counts those of an import apart', () => {
    const files = {
      'docusaurus.config.js': '',
      'docs/a.mdx': "import B from './_b.mdx';\n\n## Same\n\n<B />\n",
      'docs/_b.mdx': '## Same\n\n## Other\n',
    };
    expect(has(files, 'docs/a.mdx', 'same', 'same-1', 'other', 'no')).toEqual([true, false, true, false]);
  });

  it('has any id while a file is not read, or brings unknown ones', () => {
    const book = { 'book.toml': '', 'src/a.md': '{{#include b.md}}\n', 'src/b.md': '{{#api x}}\n' };
    expect(has(book, 'src/a.md', 'any')).toEqual([true]);
    const snippet = { 'mkdocs.yml': '', 'docs/a.md': '--8<-- "b.md"\n', 'b.md': '# B\n' };
    expect(
      readTree(snippet, { roots: ['docs'] })
        .project.anchors('docs/a.md')
        ?.has('any'),
    ).toBe(true);
    expect(readTree(snippet).project.anchors('docs/a.md')?.has('any')).toBe(false);
    expect(readTree(snippet).project.anchors('docs/a.md')?.has('b')).toBe(true);
  });

  it('does not follow a circle, nor a thicket', () => {
    const circle = { '.vitepress/config.js': '', 'a.md': '# A\n\n<!--@include: ./a.md-->\n' };
    expect(has(circle, 'a.md', 'a')).toEqual([true]);
    const many = (name: string): string => `<!--@include: ./${name}.md-->\n\n`.repeat(20);
    const names = [...'abcdefgh'];
    const thicket = names.map((name, index) => [`${name}.md`, many(names[index + 1] ?? 'z')] as const);
    const files = { '.vitepress/config.js': '', ...Object.fromEntries(thicket), 'z.md': '# Z\n' };
    expect(processorSeconds(() => has(files, 'a.md', 'z'))).toBeLessThan(2);
  });

  it('takes the page of an include for a part', () => {
    const files = {
      '.vitepress/config.js': '',
      'a.md': '# A\n\n<!--@include: ./parts/b.md-->\n',
      'parts/b.md': '# B\n',
    };
    const { leads } = readTree(files);
    expect(leads('parts/b.md', '#a')).toBe('unknown');
    expect(leads('parts/b.md', '#b')).toBe('file parts/b.md#b');
    expect(leads('parts/b.md', './c.md')).toBe('unknown');
    expect(leads('parts/b.md', '/c')).toBe('missing c');
  });

  it('reads the includes of DocFX', () => {
    const files = { 'docfx.json': '', 'a.md': '# A\n\n[!INCLUDE [b](parts/b.md)]\n', 'parts/b.md': '## B\n' };
    expect(has(files, 'a.md', 'a', 'b', 'c')).toEqual([true, true, false]);
  });
});
