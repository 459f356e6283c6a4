import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentTabs } from '../src/facts/content-tabs.js';
import { makeTree } from './harness/make-tree.js';
import { processorSeconds } from './harness/processor-seconds.js';
import { runCli } from './harness/run-cli.js';

describe('content tabs', () => {
  it('are found at their places, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n']) {
      const text = [
        '=== "A \\"b\\""',
        '',
        "    ===! 'C'",
        '=== none',
        '````',
        '=== "D"',
        '```',
        '````',
        '',
      ].join(end);
      const tabs = contentTabs(text, []);
      expect(tabs.map(({ title, heading }) => [title, heading])).toEqual([
        ['A "b"', -1],
        ['C', -1],
      ]);
      expect(tabs.map(({ span }) => text.slice(...span))).toEqual(['=== "A \\"b\\""', "===! 'C'"]);
    }
  });

  it('take time in proportion to the text', () => {
    const texts = ['=== "a"\n', '``` x\n=== "a"\n', `=== "${'\\'.repeat(99)}\n`, '    === "a"\n  === "b"\n'];
    const long = texts.map((text) => text.repeat(1_000_000 / text.length));
    const spent = processorSeconds(() => {
      for (const text of [...long, `=== "${'\\'.repeat(1_000_000)}`]) contentTabs(text, []);
    });
    expect(spent).toBeLessThan(5);
  });

  it('with another title are noticed by what links to them, in a run after the change', async () => {
    const cwd = makeTree({
      'mkdocs.yml':
        'markdown_extensions:\n  - pymdownx.tabbed: { slugify: !!python/name:pymdownx.slugs.uslugify }\n',
      'docs/a.md': '[b](b.md#linux)\n',
      'docs/b.md': '# B\n\n=== "Linux"\n\n    Words.\n',
    });
    const cached = ['--cache-dir', makeTree(), '-f', 'unix'];
    expect(await runCli(cached, { cwd })).toMatchObject({ status: 0 });
    writeFileSync(join(cwd, 'docs/b.md'), '# B\n\n=== "macOS"\n\n    Words.\n');
    const { status, stdout } = await runCli(cached, { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain('docs/a.md:1:1: error: No heading or anchor `#linux` in docs/b.md.');
  });
});
