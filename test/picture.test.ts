import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { drawTerminal } from './harness/draw-terminal.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';

const top = fileURLToPath(new URL('../', import.meta.url));
const title = 'npx docs-lint docs/';

function copy(): string {
  const cwd = makeTree();
  cpSync(`${top}fixtures/readme`, cwd, { recursive: true });
  return cwd;
}

describe('the picture of README.md', () => {
  /** `npm run picture` draws it anew. */
  it('is what docs-lint prints, in colour', async () => {
    const { status, stdout, stderr } = await runCli(['docs/'], { cwd: copy(), env: { FORCE_COLOR: '1' } });
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const picture = drawTerminal(`\u001b[2m$\u001b[22m ${title}\n${stdout}`, title);
    await expect(picture).toMatchFileSnapshot(`${top}docs/first-run.svg`);
  });

  it('stands in README.md, with what it says as its text', () => {
    const readme = readFileSync(`${top}README.md`, 'utf8');
    expect(readme).toMatch(/^!\[[^\]]{80,}\]\(docs\/first-run\.svg\)$/m);
  });

  it('is small, and loads nothing', () => {
    const picture = readFileSync(`${top}docs/first-run.svg`, 'utf8');
    expect(picture.length).toBeLessThan(12_000);
    expect(picture).not.toMatch(/(?:href|src|url\(|@import|<script)/);
  });
});

describe('what docs/getting-started.md prints of such a run', () => {
  it('is what docs-lint prints', async () => {
    const page = readFileSync(`${top}docs/getting-started.md`, 'utf8');
    const { stdout } = await runCli(['docs/', '--only', 'broken-anchors'], { cwd: copy() });
    expect(page).toContain(`\`\`\`text\n${stdout}\`\`\``);
  });
});
