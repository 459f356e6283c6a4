import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPage } from '../src/report/page.js';
import { parsePage } from '../src/session/parse-page.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';
import { hasTerminal, runTerminal } from './harness/run-terminal.js';

const top = new URL('../', import.meta.url);
const cwd = makeTree();
const plain = { color: 0, hyperlinks: false, width: 60 } as const;

async function laidOut(
  markdown: string,
  terminal: Parameters<typeof renderPage>[1] = plain,
): Promise<string> {
  return renderPage((await parsePage(markdown)).children, terminal);
}

describe('explain', () => {
  it('gives a pipe the page as it stands', async () => {
    const { stdout } = await runCli(['explain', 'manifest'], { cwd });
    expect(stdout).toBe(readFileSync(new URL('rules/manifest/README.md', top), 'utf8'));
  });

  it('shows of a code what it says, what to do, and the first examples that have it', async () => {
    const { status, stdout } = await runCli(['explain', 'broken-links/missing-line'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^# broken-links\/missing-line\n\nLink to lines that the file has.* By default an error\.\n/,
    );
    const sections = stdout.split(/^## /m).slice(1);
    expect(sections.length).toBeGreaterThan(0);
    expect(sections.length).toBeLessThanOrEqual(3);
    for (const section of sections) expect(section).toContain(' broken-links/missing-line ');
    expect(stdout.trimEnd()).toMatch(/`docs-lint explain broken-links`\.$/);
  });

  it('says so where a code is a warning', async () => {
    const { stdout } = await runCli(['explain', 'suppressions/unused'], { cwd });
    expect(stdout).toContain('By default a warning.');
  });

  it('knows a code of every rule', async () => {
    const { stdout } = await runCli(['rules', '--format', 'json'], { cwd });
    const rules = JSON.parse(stdout) as { id: string; codes: string[] }[];
    const names = rules.map(({ id, codes }) => `${id}/${codes[0]}`);
    const all = await Promise.all(names.map((name) => runCli(['explain', name], { cwd })));
    for (const [index, { status, stdout, stderr }] of all.entries()) {
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(new RegExp(`^# ${names[index]}\n\n\\S`));
    }
  });

  it.each([
    [
      'broken-anchors/mising-anchor',
      /no code `mising-anchor`\. Did you mean `broken-anchors\/missing-anchor`\?/,
    ],
    ['broken-anchors/', /no code ``.*Its codes: `missing-anchor`, `case-mismatch`/],
    ['broken-anchors/constructor', /no code `constructor`/],
    ['missing-anchor', /no rule `missing-anchor`\. Did you mean `broken-anchors\/missing-anchor`\?/],
    ['brokn-links/empty', /no rule `brokn-links`\. Did you mean `broken-links`\?/],
    ['markdownlint/MD9999', /no code `MD9999`/],
    ['\u001b[31m', /no rule `␛\[31m`/],
  ])('%s: says what is near', async (name, message) => {
    const { status, stdout, stderr } = await runCli(['explain', name], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it.skipIf(!hasTerminal)('is laid out and coloured at a terminal', async () => {
    const { stdout } = await runTerminal(['explain', 'broken-anchors'], { cwd });
    expect(stdout).toContain('\u001b[1mbroken-anchors\u001b[22m');
    expect(stdout).not.toMatch(/^#|```/m);
    const { stdout: without } = await runTerminal(['explain', 'broken-anchors'], {
      cwd,
      env: { NO_COLOR: '1' },
    });
    expect(without).not.toContain('\u001b');
    expect(without).not.toContain('```');
  });
});

describe('a page for a terminal', () => {
  it('has headings, prose in lines, lists, code and tables', async () => {
    const page = [
      '# Title\n',
      'One **long** paragraph with `code that stays` and a [link](https://example.com/a) that goes on and on.\n',
      '## Part\n',
      '- first point that is long enough to be broken into two lines\n- second\n\n    1. inner\n',
      '```markdown file="docs/a b.md"\n# A\n\ttab\n```\n',
      '> quoted\n',
      '| code | what to do |\n| - | - |\n| `a` | Do this, and then do that, until all of it is done. |\n| `bb` | Rest. |\n',
      '***\n',
    ].join('\n');
    expect(`\n${await laidOut(page)}`).toMatchInlineSnapshot(`
      "
      Title
      ═════

      One long paragraph with \`code that stays\` and a link
      (https://example.com/a) that goes on and on.

      Part

      - first point that is long enough to be broken into two
        lines
      - second
        1. inner

        docs/a b.md
          # A
              tab

      │ quoted

      code  what to do
      \`a\`   Do this, and then do that, until all of it is done.
      \`bb\`  Rest.

      ────────────────────────────────────────────────────────────
      "
    `);
  });

  it('breaks a table that is too wide into lists', async () => {
    const cells = ['a', 'b', 'c'].map((cell) => cell.repeat(30));
    const page = `| ${cells.join(' | ')} |\n| - | - | - |\n| ${cells.join(' | ')} |\n`;
    const text = await laidOut(page);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    for (const cell of cells) expect(text).toContain(cell);
  });

  it('shows what could steer a terminal or a runner', async () => {
    const page =
      '# a\u001b[2Jb\n\n::error::x `\u202e`\n\n```\n##[error]\u0007\n```\n\n<b>\u001b[1m</b>\n\n| a |\n| - |\n| ::debug::y |\n';
    const text = await laidOut(page);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(text).not.toMatch(/^\s*::|##\[/m);
  });

  it.each(readdirSync(new URL('rules/', top)))('lays out the page of %s within the width', async (rule) => {
    const page = readFileSync(new URL(`rules/${rule}/README.md`, top), 'utf8');
    const text = await laidOut(page, { ...plain, width: 80 });
    expect(text).toContain(rule);
    const prose = text.split('\n').filter((line) => !line.startsWith('    '));
    for (const line of prose.filter((line) => !/\S{40}/.test(line)))
      expect(line.length).toBeLessThanOrEqual(80);
  });
});
