/** A page with something for most rules to find. */
const page = (title: string): string => `#${title}
# ${title}
## ${title}  

* one
  * two
+ three\t
1. four
3. five

See http://example.com/${title} or [here](a.md), ![](a.png), ** bold ** and \`code \`.
A line that goes on for much longer than any of the settings of these trees would have it, and then for a while.


<details><b>more</b></details>

~~~
$ ls
~~~

| a | b |
|---|---|
| c |

<!-- markdownlint-disable no-inline-html -->
<i>quiet</i>
<!-- markdownlint-enable -->
<!-- markdownlint-disable-next-line MD034 MD010 -->
http://example.com\tquiet

[unused]: http://example.com
**All bold**`;

const withFrontMatter = (title: string): string => `---\ntitle: ${title}\ntags: [a]\n---\n\n${page(title)}\n`;

/** Two packages with docs of their own under one root, a style that they share, and directories that differ. */
export const monorepo: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
  'node_modules/@acme/markdown-style/package.json':
    '{ "name": "@acme/markdown-style", "version": "1.0.0", "exports": { ".": "./index.json", "./strict": "./strict.jsonc" } }',
  'node_modules/@acme/markdown-style/index.json':
    '{ "line-length": false, "MD033": { "allowed_elements": ["details"] } }',
  'node_modules/@acme/markdown-style/strict.jsonc':
    '{\n  // On top of the usual\n  "extends": "./index.json",\n  "MD013": { "line_length": 100, "tables": false },\n}',
  '.markdownlint-cli2.jsonc': `{
  // What generators and others write is theirs.
  "ignores": ["docs/vendor", "**/CHANGELOG.md", "docs/*/generated/**"],
  "config": {
    "extends": "@acme/markdown-style",
    "MD004": { "style": "asterisk" },
    "no-trailing-spaces": { "br_spaces": 0 },
    "MD029": "warning",
  },
}
`,
  'docs/README.md': page('Guide'),
  'docs/CHANGELOG.md': page('Changes'),
  'docs/vendor/deep/down/page.md': page('Vendor'),
  'docs/core/intro.md': withFrontMatter('Core'),
  'docs/core/generated/api.md': page('Generated'),
  'docs/core/.markdownlint-cli2.yaml': [
    'config:',
    '  no-inline-html: false',
    '  MD029:',
    '    style: ordered',
    'ignores:',
    '  - drafts/**',
    '  - "*.wip.md"',
    '',
  ].join('\n'),
  'docs/core/drafts/one.md': page('Draft'),
  'docs/core/drafts/deep/two.md': page('Deep draft'),
  'docs/core/guide.wip.md': page('Unfinished'),
  'docs/core/parts/part.wip.md': page('Part'),
  'docs/core/parts/.markdownlint.json': '{ "extends": "@acme/markdown-style/strict", "headings": false }',
  'docs/core/parts/deep/part.md': withFrontMatter('Part'),
  'docs/web/.markdownlint.yaml': 'default: false\nMD013:\n  line_length: 60\nwhitespace: true\n',
  'docs/web/start.md': page('Web'),
  'docs/web/inner/.markdownlint-cli2.jsonc':
    '{ "noInlineConfig": true, "config": { "MD034": true, "MD033": true } }',
  'docs/web/inner/page.md': page('Inner'),
  'docs/.meta/page.md': page('Hidden'),
};

/** A site whose settings are spread over YAML files, with blog posts, translations and front matter of its own. */
export const site: Readonly<Record<string, string>> = {
  '.markdownlint.yaml': [
    '# See the contributors’ guide.',
    'default: true',
    '',
    'emphasis-style: &off false',
    'first-line-h1: *off',
    'line-length:',
    '  line_length: 90',
    '  code_blocks: false',
    'no-trailing-spaces: { br_spaces: 2, strict: true }',
    'MD044:',
    '  names: [Example, JavaScript]',
    '  code_blocks: false',
    '',
  ].join('\n'),
  '.markdownlint-cli2.yaml': [
    'config:',
    '  extends: .markdownlint.yaml',
    'gitignore: true',
    'ignores:',
    "  - 'docs/en/blog/201[0-9]/**/*.md'",
    "  - 'docs/{fr,de}/old-*.md'",
    "  - '**/_*.md'",
    'frontMatter: "^(?:\\\\+{3}|-{3})[^]*?\\\\n(?:\\\\+{3}|-{3})\\\\n"',
    '',
  ].join('\n'),
  '.gitignore': 'docs/build/\n*.tmp.md\n',
  'docs/en/_index.md': page('Start'),
  'docs/en/start.md': withFrontMatter('Start'),
  'docs/en/toml.md': `+++\ntitle = "javascript"\n+++\n${page('Toml')}`,
  'docs/en/windows.md': withFrontMatter('Windows').replaceAll('\n', '\r\n'),
  'docs/en/empty.md': '',
  'docs/en/blank.md': '\n\n',
  'docs/en/emoji.md': '# Größe 🎉\n\n🎉🎉🎉 http://example.com 漢字漢字漢字 ** x **\n',
  'docs/en/.markdownlint.yaml': 'extends: ../../.markdownlint.yaml\nno-inline-html: false\n',
  'docs/en/blog/.markdownlint.yml': 'extends: ../../../.markdownlint.yaml\nMD013: false\nMD041: true\n',
  'docs/en/blog/2018/a/post.md': page('Old'),
  'docs/en/blog/2024/post.md': withFrontMatter('New'),
  'docs/en/blog/2024/configured.md': `<!-- markdownlint-configure-file\nMD033: false\nMD034:\n  severity: warning\n-->\n${page('Configured')}`,
  'docs/en/blog/2024/json.md': `${page('Json')}\n<!-- markdownlint-configure-file { "default": false, "MD010": true } -->\n`,
  'docs/en/blog/2024/disabled.md': `<!-- markdownlint-disable-file MD033 line-length -->\n${page('Disabled')}\n<!-- markdownlint-capture --><!-- markdownlint-disable -->\nhttp://example.com\n<!-- markdownlint-restore -->\n`,
  'docs/fr/old-page.md': page('Vieux'),
  'docs/fr/page.md': page('Nouveau'),
  'docs/fr/.markdownlint-cli2.jsonc':
    '{\n  "frontMatter": "",\n  "config": { "extends": "markdownlint/style/prettier", },\n}\n',
  'docs/fr/sub/old-page.md': withFrontMatter('Encore'),
};
