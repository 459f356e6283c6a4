import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTaken } from '../src/host/move-entry.js';
import { move } from '../src/session/move.js';
import { renameHeading } from '../src/session/rename-heading.js';
import { makeTree } from './harness/make-tree.js';

const files = {
  'docs/a.md': '# A\n\n[b](b.md)\n',
  'docs/b.md': '# B\n\n[a](a.md#a)\n',
  'docs/c.md': '# C\n\n[b](b.md)\n',
};

function everything(directory: string): Record<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    names.sort().map((name) => [name.slice(directory.length + 1), readFileSync(name, 'utf8')]),
  );
}

describe('a move is written whole or not at all', () => {
  it('leaves every file as it was where the place is taken meanwhile', async () => {
    const cwd = makeTree(files);
    const { write } = await move('docs/b.md', 'docs/x/b.md', { cwd });
    expect(everything(cwd)).toEqual(files);
    mkdirSync(join(cwd, 'docs/x'));
    writeFileSync(join(cwd, 'docs/x/b.md'), 'mine');
    expect(write).toThrow('is there already. Nothing was moved.');
    expect(everything(cwd)).toEqual({ ...files, 'docs/x/b.md': 'mine' });
  });

  it('leaves every file as it was where one has changed meanwhile', async () => {
    const cwd = makeTree(files);
    const { write } = await move('docs/b.md', 'docs/x/b.md', { cwd });
    writeFileSync(join(cwd, 'docs/c.md'), 'changed');
    expect(write).toThrow('has changed since it was read');
    expect(everything(cwd)).toEqual({ ...files, 'docs/c.md': 'changed' });
    expect(readdirSync(join(cwd, 'docs'))).toEqual(['a.md', 'b.md', 'c.md']);
  });

  it('leaves every file as it was where what is moved has gone meanwhile', async () => {
    const cwd = makeTree({ ...files, 'docs/i.png': 'png', 'docs/d.md': '![i](i.png)\n' });
    const { write } = await move('docs/i.png', 'docs/x/y/i.png', { cwd });
    const before = everything(cwd);
    delete before['docs/i.png'];
    rmSync(join(cwd, 'docs/i.png'));
    expect(write).toThrow(/The changes cannot be written: ENOENT.*Nothing was written\./);
    expect(everything(cwd)).toEqual(before);
    expect(readdirSync(join(cwd, 'docs'))).not.toContain('x');
  });

  it('knows another name of the same file from another file', () => {
    const cwd = makeTree({ 'a.md': '', 'b.md': '' });
    expect(isTaken(cwd, { from: 'a.md', to: 'b.md' })).toBe(true);
    expect(isTaken(cwd, { from: 'a.md', to: 'A.md' })).toBe(false);
    writeFileSync(join(cwd, 'A.md'), '');
    expect(isTaken(cwd, { from: 'a.md', to: 'A.md' })).toBe(readdirSync(cwd).includes('a.md'));
  });

  it('tells programs what would be done', async () => {
    const cwd = makeTree(files);
    const moved = await move('docs/b.md', 'docs/x.md', { cwd });
    expect(moved.changes.map(({ path, to }) => [path, to])).toEqual([
      ['docs/a.md', undefined],
      ['docs/b.md', 'docs/x.md'],
      ['docs/c.md', undefined],
    ]);
    const renamed = await renameHeading('docs/a.md#a', 'Start', { cwd });
    expect([...renamed.links]).toEqual([['docs/b.md', 1]]);
    expect(renamed.breaks).toEqual([]);
    expect(everything(cwd)).toEqual(files);
  });
});
