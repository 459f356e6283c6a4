import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCases } from './read-cases.mjs';

/** Writes each case as a tree of its own, in a git repository on branch `main`; returns its directory. */
export function writeTree(folder, { id, files, repository }) {
  const tree = join(folder, id);
  const remote = repository === undefined ? '' : `[remote "origin"]\n\turl = ${repository}.git\n`;
  const git = {
    '.git/HEAD': 'ref: refs/heads/main\n',
    '.git/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${remote}`,
  };
  for (const [path, text] of Object.entries({ ...files, ...git })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  for (const name of ['objects', 'refs/heads']) mkdirSync(join(tree, '.git', name), { recursive: true });
  return tree;
}

/** Writes every tree, and `cases.json` with all that is to be known of them but their files. */
function writeTrees(folder) {
  const cases = readCases();
  for (const one of cases) writeTree(folder, one);
  const list = cases.map(({ files: _files, ...one }) => one);
  writeFileSync(join(folder, 'cases.json'), `${JSON.stringify(list, undefined, 2)}\n`);
  console.log(`${cases.length} trees in ${folder}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Name a directory: node write-trees.mjs <directory>');
  writeTrees(resolve(folder));
}
