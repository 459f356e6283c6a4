const page = (title: string): string =>
  `# ${title}\n\nTODO: write this, WIP as it is. See [[the wiki]] and http://example.com for more.\n* one\n\n<b>x</b> \n`;

/** Reports each line that holds a word, by one name or by two. */
const wordRule = (name: string, word: string): string =>
  `{ names: [${JSON.stringify(name)}, ${JSON.stringify(`${name}-alias`)}], description: 'No ${word}', tags: ['words'], parser: 'none',
  function: ({ lines, config }, onError) => lines.forEach((line, index) => {
    const at = line.indexOf(config.word ?? '${word}');
    if (at >= 0) onError({ lineNumber: index + 1, range: [at + 1, 1], fixInfo: { editColumn: at + 1, deleteCount: 1 } });
  }) }`;

/** Settings that are JavaScript, and rules of a team's own: of files, of packages, in the settings themselves. */
export const scripted: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true }',
  'docs-lint.config.json': '{ "rules": { "markdownlint": ["error", { "javascript": true }] } }',
  '.markdownlint-cli2.mjs': `
import { inline } from './scripts/inline.mjs';
export default {
  config: { 'MD033': false, 'wip': 'warning', 'TOKENS': { limit: 1 }, words: true, 'throws-alias': true },
  customRules: [inline, './scripts/todo.cjs', '@acme/rules', 'shared', './scripts/tokens.mjs'],
  modulePaths: ['./tools'],
  markdownItPlugins: [['./scripts/plugin.cjs', { word: 'wiki' }]],
  ignores: ['docs/old/**'],
  frontMatter: /^%%%[^]*?\\n%%%\\n/.source,
};
`,
  'scripts/inline.mjs': `export const inline = ${wordRule('wip', 'WIP')};\n`,
  'scripts/todo.cjs': `module.exports = ${wordRule('todo', 'TODO')};\n`,
  'scripts/plugin.cjs':
    'module.exports = (md, { word }) => md.core.ruler.push("wiki", (state) => { state.tokens.forEach((token) => { if (token.content.includes(word)) token.meta = { wiki: true }; }); });\n',
  'scripts/tokens.mjs': `export default { names: ['tokens'], description: 'Wiki links', tags: ['wiki'],
  function: ({ tokens }, onError) => tokens.forEach((token) => { if (token.meta?.wiki) onError({ lineNumber: token.lineNumber }); }) };\n`,
  'node_modules/@acme/rules/package.json': '{ "name": "@acme/rules", "main": "index.js" }',
  'node_modules/@acme/rules/index.js': `module.exports = [${wordRule('see', 'See')}, { names: ['throws', 'throws-alias'], description: 'Fails', tags: ['bad'], parser: 'none', function: ({ lines }) => { if (lines[0].includes('Bad')) throw new Error('oh no'); } }];\n`,
  'tools/node_modules/shared/package.json':
    '{ "name": "shared", "type": "module", "exports": { "default": "./rules.js" } }',
  'tools/node_modules/shared/rules.js': `export default [${wordRule('more', 'more')}];\n`,
  'docs/guide.md': page('Guide'),
  'docs/front.md': `%%%\nTODO\n%%%\n${page('Front')}`,
  'docs/bad.md': page('Bad'),
  'docs/off.md': `<!-- markdownlint-disable todo-alias -->\n${page('Off')}<!-- markdownlint-configure-file { "see": { "word": "wiki" } } -->\n`,
  'docs/old/page.md': page('Old'),
  'docs/api/.markdownlint.cjs':
    'module.exports = { default: false, todo: true, MD034: { severity: "warning" } };\n',
  'docs/api/page.md': page('Api'),
  'docs/blog/.markdownlint-cli2.jsonc':
    '{ "customRules": ["../../scripts/todo.cjs"], "config": { "MD034": false } }',
  'docs/blog/page.md': page('Blog'),
  'docs/blog/deep/.markdownlint.mjs':
    'export default Promise.resolve({ default: false, words: { word: "See" } });\n',
  'docs/blog/deep/page.md': page('Deep'),
};

/** Settings in a file of Python's, which both tools are told of. */
export const pointed: Readonly<Record<string, string>> = {
  'docs-lint.config.json':
    '{ "rules": { "markdownlint": ["error", { "configFile": "pyproject.toml", "configPointer": "/tool/markdownlint-cli2" }] } }',
  'pyproject.toml': [
    '[project]',
    'name = "guide"',
    '',
    '[tool.markdownlint-cli2]',
    "ignores = ['docs/old/**']",
    'noInlineConfig = true',
    '',
    '[tool.markdownlint-cli2.config]',
    '"MD033" = { allowed_elements = ["b"] } # the few that are needed',
    'line-length.line_length = 40',
    'MD041 = "warning"',
    '',
  ].join('\n'),
  'docs/guide.md': `<!-- markdownlint-disable -->\n${page('Guide')}<i>y</i>\n`,
  'docs/old/page.md': page('Old'),
  'docs/api/.markdownlint-cli2.yaml': 'config:\n  MD041: false\nignores: []\n',
  'docs/api/page.md': `text\n\n${page('Api')}`,
};

/** The same in package.json, with what other tools than this one read beside it. */
export const packaged: Readonly<Record<string, string>> = {
  'package.json':
    '{ "name": "guide", "markdownlint-cli2": { "config": { "MD034": false, "extends": "./base.toml" } } }',
  'base.toml': '# For all of us\nMD009 = false\n[MD013]\nline_length = 30\n',
  '.markdownlintignore': 'docs/guide.md\n',
  'docs/guide.md': page('Guide'),
  'docs/api/.markdownlint.jsonc':
    '{\r\n  // Of two files the first counts\r\n  "no-bare-urls": true,\r\n}\r\n',
  'docs/api/.markdownlint.json': '{ "default": false }',
  'docs/api/page.md': page('Api'),
};

/** Names, aliases and tags in all letter cases and orders, in settings and in comments, and other odds and ends. */
export const named: Readonly<Record<string, string>> = {
  '.markdownlint.json':
    '{ "DEFAULT": "warning", "Line_Length": true, "LINE-LENGTH": { "line_length": 40 }, "html": { "enabled": false }, "md009": { "severity": "error", "strict": true } }',
  'extra.ignore': 'extra-*.md\n',
  '.markdownlint-cli2.yaml': "gitignore: extra.ignore\nglobs: ['docs/**/*.md', '!docs/not', '#comment']\n",
  'docs/guide.md': `${page('Guide')}\n<!-- MARKDOWNLINT-DISABLE Spaces -->\ntext \n<!-- markdownlint-enable no-trailing-spaces -->\ntext \n`,
  'docs/toml.md': `${page('Toml')}\n<!-- markdownlint-configure-file\nMD034 = false\n[MD013]\nline_length = 20\n-->\n`,
  'docs/yaml.md': `${page('Yaml')}\n<!-- markdownlint-configure-file\nMD034: false\nMD013:\n  line_length: 20\n-->\n`,
  'docs/not/page.md': page('Not'),
  'docs/extra-page.md': page('Extra'),
  'docs/sub/.markdownlint-cli2.jsonc': '{ "ignores": ["**/*.wip.md"], "noInlineConfig": false }',
  'docs/sub/.markdownlint.yml': 'MD013: {}\nunknown-rule: true\nulstyle: false\nbullet: false\nMD004: dash\n',
  'docs/sub/a.wip.md': page('Wip'),
  'docs/sub/deep/b.md': `${page('B')}\n- x\n`,
  'docs/sub/deep/c.wip.md': page('C'),
  'docs/sub/deep/.markdownlint-cli2.jsonc': '{ "ignores": [] }',
};
