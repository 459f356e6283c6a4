import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { all, broken, json } from './harness/cli-trees.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runProgram } from './harness/run-cli.js';

describe.concurrent('paths', () => {
  it('none: docs/ where it exists', async () => {
    const { stdout, places } = await json(broken);
    expect(places).toEqual(all);
    expect(readReport(stdout).summary.files).toBe(3);
  });

  it('a file filters the report, and keeps what points at it from elsewhere', async () => {
    const install = await json(broken, 'docs/install.md');
    expect(install.places).toEqual([all[1], all[3]]);
    expect(readReport(install.stdout).summary).toMatchObject({ files: 3, errors: 2 });
    expect((await json(broken, './docs/deep/../deep/page.md')).places).toEqual([all[0]]);
  });

  it('a file that is gone shows what points at it', async () => {
    const { status, places } = await json(broken, 'docs/gone.md', '--no-error-on-unmatched-pattern');
    expect({ status, places }).toEqual({ status: 1, places: [all[2]] });
  });

  it('a page outside of the docs is checked when it is named', async () => {
    expect((await json(broken, 'README.md')).places).toEqual(['README.md:3 broken-anchors/missing-anchor']);
  });

  it('a file that is no page is no error, since hooks name what they like', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n![](logo.svg)\n', 'docs/logo.svg': '<svg/>' });
    expect(await json(cwd, 'docs/logo.svg')).toMatchObject({ status: 0, places: [] });
  });

  it('a directory is a docs root', async () => {
    const { stdout, places } = await json(broken, 'docs/deep/');
    expect(places).toEqual([all[0]]);
    expect(readReport(stdout).summary.files).toBe(1);
    const whole = await json(broken, '.');
    expect(whole.places).toEqual(['README.md:3 broken-anchors/missing-anchor', ...all]);
  });

  it('directories and files together', async () => {
    const { places } = await json(broken, 'docs/', 'docs/deep/page.md');
    expect(places).toEqual([all[0]]);
  });

  it('a directory named twice, or one inside the other, counts once', async () => {
    const { stdout, places } = await json(broken, 'docs', './docs/', 'docs/deep');
    expect(places).toEqual(all);
    expect(readReport(stdout).summary.files).toBe(3);
  });

  it('the order of the arguments changes nothing', async () => {
    const one = await json(broken, 'docs/index.md', 'docs/install.md', 'docs/deep/page.md');
    const other = await json(broken, 'docs/deep/page.md', 'docs/install.md', 'docs/index.md');
    expect(one.places).toEqual(all);
    expect(other.stdout).toBe(one.stdout);
  });

  it('a pattern in quotes stands for the pages that match', async () => {
    expect((await json(broken, 'docs/**/p*.md')).places).toEqual([all[0]]);
    expect((await json(broken, 'docs/{install,none}.md')).places).toEqual([all[1], all[3]]);
    expect((await json(join(broken, 'docs'), '*.md')).places).toHaveLength(3);
  });

  it('a name that looks like a pattern is the file of that name', async () => {
    const cwd = makeTree({ 'docs/[id].md': '# Id\n\nA — B\n', 'docs/i.md': '# I\n\nA — B\n' });
    expect((await json(cwd, 'docs/[id].md')).places).toEqual(['docs/[id].md:3 no-emdash/emdash']);
  });

  it('from elsewhere, by an absolute path: the tree is judged as at home', async () => {
    const cwd = makeTree();
    const { status, places } = await json(cwd, join(broken, 'docs'));
    expect({ status, places }).toEqual({ status: 1, places: all });
  });

  it('from elsewhere, the config beside the docs counts', async () => {
    const tree = makeTree({
      'docs/index.md': '# Home\n\nA — B\n',
      'docs-lint.config.json': '{ "rules": { "no-emdash": "warn" } }',
    });
    const outcome = await json(makeTree(), join(tree, 'docs'));
    expect(outcome).toMatchObject({ status: 0, places: ['docs/index.md:3 no-emdash/emdash'] });
  });

  it('from a subdirectory: the config above counts, paths of the report begin at it', async () => {
    const cwd = makeTree({
      'docs/index.md': '# Home\n\n[gone](gone.md)\n',
      'docs/deep/page.md': '# Page\n\nA — B\n',
      'docs-lint.config.json': '{ "docs": ["docs"] }',
    });
    const deep = join(cwd, 'docs/deep');
    const places = ['docs/deep/page.md:3 no-emdash/emdash', 'docs/index.md:3 broken-links/missing-file'];
    expect(await json(deep)).toMatchObject({ status: 1, places });
    expect((await json(deep, 'page.md')).places).toEqual(places.slice(0, 1));
    expect((await json(deep, '.')).places).toEqual(places.slice(0, 1));
    expect((await json(deep, '..')).places).toEqual(places);
  });

  it('by a link to the directory of the tree', async () => {
    const cwd = makeTree();
    symlinkSync(broken, join(cwd, 'link'));
    expect((await json(join(cwd, 'link'), 'docs/install.md')).places).toEqual([all[1], all[3]]);
    const outside = await json(cwd, 'link/docs');
    expect(outside.status).toBe(2);
    expect(outside.stderr).toMatch(/`link\/docs` is outside of the workspace/);
  });

  it('docs as a link to a directory of the workspace', async () => {
    const cwd = makeTree({ 'site/docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    symlinkSync('site/docs', join(cwd, 'docs'));
    await runProgram('git', ['init', '--quiet'], { cwd });
    expect(await json(cwd, 'docs/')).toMatchObject({ status: 1 });
    expect(await json(cwd)).toMatchObject({ status: 1 });
  });

  it('a page that is a link to another page shows what is wrong there', async () => {
    const cwd = makeTree({ 'docs/index.md': '# Home\n\n[gone](gone.md)\n' });
    symlinkSync('index.md', join(cwd, 'docs/same.md'));
    expect((await json(cwd)).places).toEqual(['docs/index.md:3 broken-links/missing-file']);
    expect((await json(cwd, 'docs/same.md')).places).toEqual(['docs/index.md:3 broken-links/missing-file']);
  });
});
