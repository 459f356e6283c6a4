import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTree } from './make-tree.js';
import { runProgram } from './run-cli.js';

/**
 * Whole documentation trees of other projects, too big to be part of this one: `coder.tar.gz`, `electron.tar.gz`.
 * Where a tree is missing, its tests are skipped.
 */
const folder = resolve(
  process.env.DOCS_LINT_CORPORA ?? fileURLToPath(new URL('../../../shared/corpora', import.meta.url)),
);
const archive = (name: string): string => join(folder, `${name}.tar.gz`);

/** Why the tests on a tree are skipped, for their title; empty where it is there. */
export const missing = (name: string): string =>
  existsSync(archive(name)) ? '' : ` (skipped: no ${archive(name)}; DOCS_LINT_CORPORA names another folder)`;

/** Unpacks a tree; returns its top, which is the archive's one directory where there is but one. */
export async function unpack(name: string): Promise<string> {
  const directory = makeTree();
  const { status, stderr } = await runProgram('tar', ['-xzf', archive(name)], { cwd: directory });
  if (status !== 0) throw new Error(stderr);
  const inside = join(directory, name);
  return existsSync(inside) ? inside : directory;
}
