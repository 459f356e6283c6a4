import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTree } from './make-tree.js';
import { cleanEnvironment } from './run-cli.js';

/** A tree with a history; every method works on the real disk and the real git. */
export interface Repository {
  readonly directory: string;
  read(path: string): string;
  /** Writes files; one that is undefined is taken away. */
  write(files: Readonly<Record<string, string | undefined>>): void;
  git(...words: readonly string[]): string;
  /** Writes files and commits all there is. */
  commit(files?: Readonly<Record<string, string | undefined>>): void;
}

export function makeRepository(files: Readonly<Record<string, string>>): Repository {
  const directory = makeTree();

  function git(...words: readonly string[]): string {
    const env = { ...cleanEnvironment(), GIT_COMMITTER_DATE: '2026-02-03T12:00:00Z' };
    return execFileSync('git', words, { cwd: directory, env, encoding: 'utf8', stdio: 'pipe' });
  }
  function write(changed: Readonly<Record<string, string | undefined>>): void {
    for (const [path, text] of Object.entries(changed)) {
      if (text === undefined) {
        rmSync(join(directory, path));
        continue;
      }
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    }
  }
  function commit(changed: Readonly<Record<string, string | undefined>> = {}): void {
    write(changed);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'change');
  }

  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Test');
  git('config', 'user.email', 'test@example.com');
  commit(files);
  return { directory, git, write, commit, read: (path) => readFileSync(join(directory, path), 'utf8') };
}
