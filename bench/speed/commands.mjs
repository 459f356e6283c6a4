import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

const docsLint = here('../../bin/docs-lint.js');
const rumdl = here('../node_modules/@rumdl/cli-linux-x64/rumdl');
const remark = here('../node_modules/remark-cli/cli.js');
const markdownlint = here('../node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
const eslint = here('../node_modules/eslint/bin/eslint.js');
const plugins = ['remark-gfm', 'remark-frontmatter'].flatMap((name) => [
  '--use',
  here(`../node_modules/${name}/index.js`),
]);
const links = `${here('../node_modules/remark-validate-links/index.js')}=repository:false`;

/** The arguments of `docs-lint` where markdownlint's rules are not asked for. */
const plain = ['docs', '--rule', 'markdownlint=off'];

/**
 * What is measured, by id: a program, and its arguments where the workspace is the current directory. `node` programs
 * run on the Node that a row names. A `warm` one is run once before it counts, and keeps what it likes in a directory
 * of its own; a `changed` one finds another text in one page each time. What is `slow` is run three times.
 */
export const commands = {
  'docs-lint-cold': { name: 'docs-lint', file: docsLint, node: true, args: () => [...plain, '--no-cache'] },
  'docs-lint-warm': {
    ...{ name: 'docs-lint', file: docsLint, node: true, state: 'warm' },
    args: (kept) => [...plain, '--cache-dir', kept],
  },
  'docs-lint-changed': {
    ...{ name: 'docs-lint', file: docsLint, node: true, state: 'changed' },
    args: (kept) => [...plain, '--cache-dir', kept],
  },
  'docs-lint-all-cold': {
    ...{ name: 'docs-lint', file: docsLint, node: true, slow: true },
    args: () => ['docs', '--no-cache'],
  },
  'docs-lint-all-warm': {
    ...{ name: 'docs-lint', file: docsLint, node: true, state: 'warm' },
    args: (kept) => ['docs', '--cache-dir', kept],
  },
  'rumdl-links': {
    ...{ name: 'rumdl', file: rumdl },
    args: () => ['check', 'docs', '--isolated', '--no-cache', '--enable', 'MD051,MD057'],
  },
  'rumdl-warm': {
    ...{ name: 'rumdl', file: rumdl, state: 'warm' },
    args: (kept) => ['check', 'docs', '--isolated', '--cache-dir', kept],
  },
  'rumdl-changed': {
    ...{ name: 'rumdl', file: rumdl, state: 'changed' },
    args: (kept) => ['check', 'docs', '--isolated', '--cache-dir', kept],
  },
  markdownlint: {
    ...{ name: 'markdownlint-cli2', file: markdownlint, node: true, slow: true },
    args: () => ['docs/**/*.md'],
  },
  remark: {
    ...{ name: 'remark', file: remark, node: true, slow: true },
    args: () => ['docs', '--no-config', '--quiet', '--frail', ...plugins, '--use', links],
  },
  eslint: {
    ...{ name: 'eslint', file: eslint, node: true, slow: true },
    args: () => ['--no-config-lookup', '--config', here('eslint.config.mjs'), 'docs'],
  },
};

/** A command as a person would type it, without the paths of this machine. */
export function shown({ name, args }) {
  const short = (argument) =>
    argument.replace(/^\/.*\/node_modules\/([^/]+)\/[^=]*/, '$1').replace(/^\/.*\//, '');
  return [name, ...args('cache').map(short)].join(' ');
}
