import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packageFile = createRequire(import.meta.url).resolve('rumdl/package.json');
const command = join(dirname(packageFile), 'bin/rumdl');

/** The style of anchors that its documentation names for each dialect, and the flavor where it has one. */
const styles = {
  github: { style: 'github' },
  gitlab: { style: 'github' },
  kramdown: { style: 'kramdown', flavor: 'kramdown' },
  'kramdown-gfm': { style: 'kramdown-gfm', flavor: 'kramdown' },
  mkdocs: { style: 'python-markdown', flavor: 'mkdocs' },
};

export const rumdl = {
  name: 'rumdl',
  package: 'rumdl',
  setup:
    'MD042, MD051, MD052 and MD057, with `anchor-style` and `flavor` of the dialect, `ignore-case = false`, and `absolute-links = "relative_to_roots"` with the top of the tree as root (with MkDocs `relative_to_docs`).',
  reads: (dialect) => dialect in styles,
  async check(tree, { dialect }) {
    const { style, flavor } = styles[dialect];
    const absolute = flavor === 'mkdocs' ? 'relative_to_docs' : 'relative_to_roots';
    const settings = [
      `MD051.anchor-style="${style}"`,
      'MD051.ignore-case=false',
      `MD057.absolute-links="${absolute}"`,
      ...(flavor === 'mkdocs' ? [] : ['MD057.roots=["."]']),
    ];
    const { stdout } = await run(
      command,
      [
        ...['check', '.', '--no-cache', '--isolated', '--output-format', 'json'],
        ...['--enable', 'MD042,MD051,MD052,MD057'],
        ...(flavor === undefined ? [] : ['--flavor', flavor]),
        ...settings.flatMap((setting) => ['--config', setting]),
      ],
      { cwd: tree },
    ).catch((error) => {
      if (error.code !== 1) throw error;
      return error;
    });
    return JSON.parse(stdout).map(({ file, line }) => ({ path: file, line }));
  },
};
