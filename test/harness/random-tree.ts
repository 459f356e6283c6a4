import fc from 'fast-check';

/** A piece of prose that stays on its line. */
const piece = fc.constantFrom(
  'word',
  'naïve',
  'e\u0301tude',
  '🎉',
  '👩‍👩‍👧',
  '— ',
  '\u2013',
  '&mdash;',
  '&#8212;',
  '`code — here`',
  '**bold — text**',
  '*[gone](gone.md)*',
  '[ok](b.md)',
  '[ok](b.md#title)',
  '[near](b.md#titel)',
  '[here](#title)',
  '[nowhere](#nowhere)',
  '[gone](gone.md "a title")',
  '[gone](<gone away.md>)',
  '[🎉](🎉.md)',
  '[encoded](%F0%9F%8E%89.md#%F0%9F%8E%89)',
  '[case](B.md)',
  '[lines](../main.go#L999)',
  '[up](../../../../../x.md)',
  '[]()',
  '![image](gone.png)',
  '![[nested](gone.md)](image.png)',
  '[defined][defined]',
  '[defined]',
  '[text][undefined label]',
  '[undefined][]',
  '<a href="gone.html">raw</a>',
  '<img src="gone&amp;.png">',
  '<span id="anchor"></span>',
  '<https://example.com>',
  'https://example.com/a_b',
  '\\[escaped\\](gone.md)',
  'footnote[^1]',
  '\ttab',
  '{{ template }}',
  '<!-- docs-lint-disable-line no-emdash -->',
  '<!-- docs-lint-disable-line -->',
  '<!-- a comment — of ours -->',
);
const line = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' ').trim());
const lines = fc.array(line, { minLength: 1, maxLength: 3 });

const under = (prefix: string, next: string): fc.Arbitrary<string> =>
  lines.map((all) => all.map((one, index) => (index === 0 ? prefix : next) + one).join('\n'));

const block = fc.oneof(
  { weight: 4, arbitrary: under('', '') },
  under('- ', '  '),
  under('> ', '> '),
  under('> > ', '> > '),
  under('1. - ', '     '),
  under('> - ', '>   '),
  line.map((one) => `## ${one}`),
  line.map((one) => `${one.replace(/^[^\p{L}[]+/u, 'x')}\n---`),
  line.map((one) => `| a | b |\n| --- | --- |\n| ${one.replaceAll('|', '')} | x |`),
  line.map((one) => `<details>\n<summary>${one}</summary>\n\n${one}\n\n</details>`),
  line.map((one) => `\`\`\`md\n${one}\n\`\`\``),
  line.map((one) => `    ${one}`),
  line.map((one) => `[^1]: ${one}`),
  fc.constantFrom(
    '[defined]: gone-by-definition.md "title"',
    '[defined]: b.md#title',
    '<!-- docs-lint-disable-next-line broken-links -->',
    '<!-- docs-lint-disable-next-line -->',
    '<!-- docs-lint-disable no-emdash -->',
    '<!-- docs-lint-enable -->',
    '<!-- docs-lint-disable-line no-such-rule -->',
    '<!-- docs-lint-values main.go Client -->',
    '- `One`\n- `Three`',
    '<p>\n  <a href="gone.html">\n  multi</a>\n</p>',
    '> <img\n>   src="quoted.png">',
    '***',
  ),
);
const blocks = fc.array(block, { minLength: 0, maxLength: 6 });

/** Markdown as people write it, every kind of mistake included. It begins with a heading. */
export const page: fc.Arbitrary<string> = blocks.map((all) => `${['# Title', ...all].join('\n\n')}\n`);

const token = fc.constantFrom(
  ...'[ ]( ) < > ` `` ``` ~~~ * ** _ # ## - 1. > | ! \\ & ; : " = { } $ \t \n \n\n'.split(' '),
  ...[
    '---\n',
    '<!--',
    '-->',
    '[a]: ',
    '](',
    '][',
    '&mdash;',
    '—',
    '🎉',
    '\u0301',
    '\0',
    '\u2028',
    '<a href="',
    '">',
  ],
  ...[
    'docs-lint-disable-line',
    '<div>',
    '</div>',
    '<h2 id="x">',
    '</h2>',
    'word',
    'gone.md',
    ' ',
    '  ',
    '    ',
  ],
  ...[
    'import x from "y"',
    'export const a = 1',
    '{/* docs-lint-disable */}',
    '^1',
    '\ufeff',
    '%20',
    '%FF',
    '\u200d',
  ],
);
/** Markdown as nobody writes it. */
export const chaos: fc.Arbitrary<string> = fc
  .array(token, { maxLength: 60 })
  .map((tokens) => tokens.join(''));

const messyLine = fc
  .record({
    indent: fc.constantFrom('', '', '', ' ', '  ', '   ', '    ', '\t', '> ', '>  ', '      '),
    marker: fc.constantFrom(
      ...['', '', '- ', '* ', '+ ', '-   ', '1. ', '3. ', '1.  ', '10) ', '#', '# ', '##  ', '### ', '> '],
      ...[
        '```',
        '```sh',
        '~~~',
        '---',
        '***',
        '| a | b |',
        '|---|---|',
        '[x]: gone.md',
        '<!-- c -->',
        '[^1]: ',
      ],
    ),
    text: fc.array(
      fc.constantFrom(
        ...[
          'word',
          '*em*',
          '_em_',
          '**bold**',
          '__bold__',
          '* spaced *',
          '** spaced **',
          '`code`',
          '` code `',
        ],
        ...['https://example.com/a', '(reversed)[gone.md]', '[ spaced ](b.md)', '![](b.png)', '<b>html</b>'],
        ...['a\tb', 'end.', 'end:', '[x]', '$ ls', 'javascript', 'one — two', '[a](B.md)', '#', '\\'],
      ),
      { maxLength: 3 },
    ),
    tail: fc.constantFrom('', '', '', ' ', '  ', '   ', '\t', ' #', '.', ':'),
    end: fc.constantFrom('\n', '\n', '\n\n', '\n\n\n', '\r\n'),
  })
  .map(({ indent, marker, text, tail, end }) => `${indent}${marker}${text.join(' ')}${tail}${end}`);
/** Markdown by people who do not care how it looks. */
export const messy: fc.Arbitrary<string> = fc
  .tuple(fc.array(messyLine, { maxLength: 25 }), fc.boolean())
  .map(([lines, isWindows]) => {
    const text = lines.join('');
    return isWindows ? text.replace(/\r?\n/g, '\r\n') : text;
  });

const manifest = fc.oneof(
  fc.constantFrom(
    '{ "versions": ["main"], "routes": [{ "title": "A", "path": "./a.md" }, { "title": "G", "path": "./gone.md" }] }\n',
    '{\n  "versions": ["main"],\n  "routes": [\n    { "titel": "🎉", "path": "a.md" },,\n  ]\n}\n',
    '{\n  "versions": "main",\n  "routes": [{ "title": "A", "path": "a.md", "state": ["beta", "betta"] }]\n}\n',
  ),
  fc
    .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"path"', '1', '\n', ' ', '"🎉', '\\'), {
      maxLength: 20,
    })
    .map((parts) => parts.join('')),
);

/** What tells which generator shows the pages: right, odd and broken. */
const site: fc.Arbitrary<readonly [path: string, text: string]> = fc.constantFrom(
  ['mkdocs.yml', 'site_name: x\ndocs_dir: docs\n'],
  ['mkdocs.yml', 'site_name: x\nuse_directory_urls: false\nnav:\n  - A: a.md\n  - G: gone.md\n'],
  ['mkdocs.yml', 'INHERIT: mkdocs.yml\nnav: [*a\n'],
  ['docusaurus.config.js', 'export default { presets: [["classic", { docs: { routeBasePath: "/" } }]] };\n'],
  ['docusaurus.config.ts', 'module.exports = {{{{\n'],
  ['docs/.vitepress/config.ts', 'export default { cleanUrls: true, base: "/docs/" }\n'],
  ['astro.config.mjs', 'export default defineConfig({ integrations: [starlight({ title: "x" })] })\n'],
  ['book.toml', '[book]\nsrc = "docs"\n'],
  ['book.toml', '[book\nsrc = ['],
  ['hugo.toml', 'contentDir = "docs"\nbaseURL = "https://example.com/"\n'],
  ['docfx.json', '{ "build": { "content": [{ "files": ["**/*.md"], "src": "docs" }] } }\n'],
  ['docfx.json', '{ "build": { "content": [null, 1, { "files": 7 }] } }\n'],
  ['docs-lint.config.json', '{ "site": { "generator": "gitlab" } }\n'],
  [
    'docs-lint.config.json',
    '{ "site": { "generator": ["github", "mkdocs"], "url": "https://example.com" } }\n',
  ],
);

const source =
  'package main\n\ntype Client string\n\nconst (\n\tOne Client = "One"\n\tTwo Client = "Two"\n)\n';

/** A workspace: two to four pages, a source file, now and then a manifest and the configuration of a generator. */
export function tree(text: fc.Arbitrary<string>): fc.Arbitrary<Map<string, string>> {
  return fc
    .record({
      a: text,
      b: text,
      c: fc.option(text),
      mdx: fc.option(text),
      manifest: fc.option(manifest, { freq: 3 }),
      site: fc.option(site, { freq: 2 }),
    })
    .map(({ a, b, c, mdx, manifest, site }) => {
      const files = new Map([
        ['docs/a.md', a],
        ['docs/b.md', b],
        ['docs/🎉.md', '# 🎉\n'],
        ['main.go', source],
      ]);
      if (c !== null) files.set('docs/deep/c.md', c);
      if (mdx !== null) files.set('docs/d.mdx', mdx);
      if (site !== null) files.set(...site);
      if (manifest !== null) files.set('docs/manifest.json', manifest);
      return files;
    });
}
