import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFiles } from '../src/host/write-files.js';
import { makeTree } from './harness/make-tree.js';

/** A disk on which each of these renamings fails, counted from 1. */
const disk = vi.hoisted(() => ({ renamed: 0, failing: [] as number[] }));

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  return {
    ...fs,
    renameSync(from: string, to: string) {
      disk.renamed++;
      if (disk.failing.includes(disk.renamed)) throw new Error('EIO: the disk is worn out');
      fs.renameSync(from, to);
    },
  };
});

beforeEach(() => {
  disk.renamed = 0;
});

const names = ['a.md', 'b.md', 'c.md'];
const files = names.map((path) => ({ path, before: `old ${path}`, after: `new ${path}` }));

function attempt(...failing: readonly number[]): { error: string; texts: string[]; names: string[] } {
  const directory = makeTree(Object.fromEntries(files.map(({ path, before }) => [path, before])));
  disk.failing = [...failing];
  let error = '';
  try {
    writeFiles(directory, files);
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return {
    error,
    texts: names.map((name) => readFileSync(join(directory, name), 'utf8')),
    names: readdirSync(directory).sort(),
  };
}

describe('a disk that fails in the middle', () => {
  it.each([1, 2, 3])('has the old files again, when renaming number %i fails', (failing) => {
    expect(attempt(failing)).toEqual({
      error: 'The fixes cannot be written: EIO: the disk is worn out. Nothing was written.',
      texts: files.map(({ before }) => before),
      names,
    });
  });

  it('is told about where not even that can be done', () => {
    expect(attempt(3, 4)).toEqual({
      error: 'The fixes cannot be written: EIO: the disk is worn out. These files were written: b.md.',
      texts: ['old a.md', 'new b.md', 'old c.md'],
      names,
    });
  });
});
