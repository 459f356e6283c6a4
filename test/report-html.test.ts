import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, missingChromium } from './harness/chromium.js';
import { missing, unpack } from './harness/corpora.js';
import { hostileTexts } from './harness/hostile-texts.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';

const tree = {
  'docs/README.md': '# Home\n\n[guide](guide.md) [install](deep/install.md#set-up) [gone](gone.md)\n',
  'docs/guide.md': '# Guide\n\nA dash — here.\n\n[home](README.md) ![image](image.png)\n',
  'docs/deep/install.md': '# Install\n\n## Setup\n\nBefore.\n\n[nowhere](../none.md)\n\nBehind.\n',
  'docs/deep/lost.md': '# Lost\n',
  'docs/image.png': 'x',
};

describe.skipIf(missingChromium !== '')(`the HTML report in Chromium${missingChromium}`, () => {
  let browser: Browser;
  const pages: Page[] = [];
  /** What the page asked for, complained of, or was kept from. */
  const told: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
    expect(told.splice(0)).toEqual([]);
  });

  /** The report on a tree, opened in a browser that is offline. */
  async function open(cwd: string, address = '', scheme: 'light' | 'dark' = 'light', ...given: string[]) {
    const file = join(makeTree(), 'report.html');
    await runCli(['docs/', '--format', `html=${file}`, ...given], { cwd });
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1300, height: 900 } });
    pages.push(page);
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) told.push(`asks for ${request.url()}`);
    });
    page.on('console', (message) => told.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => told.push(String(error)));
    await page.goto(pathToFileURL(file).href + address);
    await page.waitForSelector('h1');
    return page;
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      const run = Reflect.get(globalThis, 'axe').run as (
        root: unknown,
        options: object,
      ) => Promise<{
        violations: { id: string; nodes: { html: string }[] }[];
      }>;
      const { violations } = await run(Reflect.get(globalThis, 'document'), { resultTypes: ['violations'] });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    });
  }

  const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();
  const found = (page: Page) => page.locator('.found').innerText();

  it('has the problems by page, with the lines of the page', async () => {
    const page = await open(makeTree(tree), '', 'light', '--rule', 'no-emdash=warn');
    await expect.poll(() => found(page)).toBe('4 problems');
    await expect
      .poll(() => texts(page, '.group h2 button'))
      .toEqual(['docs/README.md', 'docs/deep/install.md', 'docs/guide.md']);
    const install = page.locator('.problem', { hasText: 'none.md' });
    expect(await install.locator('.name').innerText()).toBe('broken-links/missing-file');
    expect(await install.locator('.frame code').allInnerTexts()).toEqual(['[nowhere](../none.md)']);
    expect(await install.locator('mark').innerText()).toBe('[nowhere](../none.md)');
    expect(await page.locator('.problem.warning .severity').allInnerTexts()).toEqual(['warning']);
    expect(await page.title()).toMatch(/: 4 problems \(3 errors, 1 warning\) in 4 pages/);
  });

  it('finds a problem by typing, and by filters, all from the keyboard', async () => {
    const page = await open(makeTree(tree), '', 'light', '--rule', 'no-emdash=warn');
    await page.keyboard.press('/');
    await page.keyboard.type('README gone');
    await expect.poll(() => found(page)).toBe('1 of 4 problems');
    await expect.poll(() => texts(page, '.problem .message')).toEqual([expect.stringMatching(/gone\.md/)]);
    expect(new URL(page.url()).hash).toBe('#q=README+gone');
    await page.reload();
    await expect.poll(() => found(page)).toBe('1 of 4 problems');
    await page.keyboard.press('Escape');
    await expect.poll(() => found(page)).toBe('4 problems');
    await page.keyboard.press('w');
    await expect.poll(() => texts(page, '.problem .name')).toEqual(['no-emdash/emdash']);
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'broken-anchors' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => texts(page, '.problem .name')).toEqual(['broken-anchors/missing-anchor']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^deep / }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => texts(page, '.group h2 button')).toEqual(['docs/deep/install.md']);
  });

  it('groups by rule and by code, and steps from problem to problem', async () => {
    const page = await open(makeTree(tree));
    await page.getByRole('button', { name: 'By rule' }).click();
    await expect
      .poll(() => texts(page, '.group h2'))
      .toEqual([
        expect.stringMatching(/^broken-links\s+2 problems/),
        expect.stringMatching(/^broken-anchors\s+1 problem/),
        expect.stringMatching(/^no-emdash\s+1 problem/),
      ]);
    await page.getByRole('button', { name: 'By code' }).click();
    expect(await page.locator('.group .about').first().innerText()).toContain('What to do');
    const focused = () => page.locator('.problem:focus .message').innerText();
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').innerText()).toContain('next and previous problem');
  });

  it('draws the link graph, and says the same in words', async () => {
    const page = await open(makeTree(tree), '#tab=graph');
    const isPainted = () =>
      page.locator('canvas.ground').evaluate((canvas: never) => {
        const { width, height } = canvas as { width: number; height: number };
        const brush = (canvas as { getContext(kind: string): never }).getContext('2d') as {
          getImageData(x: number, y: number, w: number, h: number): { data: Uint8ClampedArray };
        };
        return brush.getImageData(0, 0, width, height).data.some((value) => value > 0);
      });
    await expect.poll(isPainted).toBe(true);
    await expect
      .poll(() => texts(page, '.spots .label'))
      .toEqual(['docs/README.md', 'docs/deep/install.md', 'docs/deep/lost.md', 'docs/guide.md']);
    await page.getByRole('button', { name: /^Orphans/ }).click();
    await expect.poll(() => texts(page, '.spots .label')).toEqual(['docs/deep/lost.md']);
    await page.getByRole('button', { name: /^Broken/ }).click();
    await expect.poll(() => texts(page, '.spots .label')).toEqual(['docs/README.md', 'docs/deep/install.md']);
    await page.getByRole('button', { name: 'docs/README.md' }).click();
    await expect.poll(() => texts(page, '.details h3')).toEqual(['1 page links here', 'Links to 3']);
    const links = await texts(page, '.details ul >> nth=-1 >> .spot');
    expect(links).toHaveLength(3);
    expect(links.filter((link) => link.includes('broken')).map((link) => link.split('\n')[0])).toEqual([
      expect.stringMatching(/^docs\/(?:deep\/install|gone)\.md$/),
      expect.stringMatching(/^docs\/(?:deep\/install|gone)\.md$/),
    ]);
    await page.getByRole('button', { name: 'Show 2 problems' }).click();
    await expect.poll(() => found(page)).toBe('2 of 4 problems');
    await page.goBack();
    expect(await page.locator('.details h2').innerText()).toBe('docs/README.md');
  });

  it('is moved by keys, and laid out by links', async () => {
    const page = await open(makeTree(tree), '#tab=graph');
    const canvas = page.locator('canvas').last();
    const moved = async (key: string) => {
      const before = (await canvas.screenshot()).toString('base64');
      await canvas.press(key);
      await expect.poll(async () => (await canvas.screenshot()).toString('base64') !== before).toBe(true);
    };
    for (const key of ['+', 'ArrowLeft', 'ArrowDown', '-']) await moved(key);
    await page.getByRole('button', { name: 'By links' }).click();
    await page.getByRole('checkbox', { name: 'Other targets' }).check();
    await expect.poll(() => canvas.getAttribute('aria-label')).toMatch(/^7 nodes, 6 links\./);
  });

  it('has colours as the system has them, or as one chooses', async () => {
    const page = await open(makeTree(tree), '', 'dark');
    const background = () =>
      page.evaluate('getComputedStyle(document.body).backgroundColor') as Promise<string>;
    const dark = await background();
    await page.getByRole('button', { name: /^Colours/ }).click();
    const light = await background();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await background()).toBe(light);
    await page.getByRole('button', { name: /^Colours/ }).click();
    expect(await background()).toBe(dark);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe complains of, in the %s', async (scheme) => {
    const cwd = makeTree(tree);
    for (const address of ['', '#group=code', '#tab=graph', '#tab=graph&node=docs/README.md'])
      expect(await violations(await open(cwd, address, scheme)), address).toEqual([]);
    expect(await violations(await open(makeTree({ 'docs/a.md': '# A\n' }), '', scheme))).toEqual([]);
    const help = await open(cwd, '', scheme);
    await help.keyboard.press('?');
    expect(await violations(help)).toEqual([]);
  });

  it('says that nothing was found', async () => {
    const page = await open(makeTree({ 'docs/a.md': '# A\n' }));
    expect(await page.locator('main').innerText()).toMatch(/No problems in 1 page\./);
    await page.keyboard.press('g');
    await expect.poll(() => texts(page, '.spots .label')).toEqual(['docs/a.md']);
  });

  it.skipIf(process.platform === 'win32')('shows what pages and names hold as text', async () => {
    const names = hostileTexts.map(([, text]) => text.toWellFormed().replaceAll('/', '_').slice(0, 60));
    const cwd = makeTree(
      Object.fromEntries(
        names.map((name) => [
          `docs/${name}.md`,
          `A dash — ${name}
`,
        ]),
      ),
    );
    const page = await open(cwd, '', 'light', '--only', 'no-emdash');
    expect(await page.locator('.group').count()).toBe(names.length);
    expect(await page.evaluate('globalThis.pwned')).toBeUndefined();
    expect(await page.locator('img, a, iframe, script:not([id])').count()).toBe(1);
    expect(await texts(page, '.group h2 button')).toContain(
      'docs/<_script><script>globalThis.pwned=1<_script><!--<script>.md',
    );
    await page.keyboard.press('g');
    await page.keyboard.press('/');
    await page.keyboard.type('onerror');
    await expect
      .poll(() => texts(page, '.spots .label'))
      .toEqual([expect.stringMatching(/^docs\/<img src=x onerror=/)]);
  });

  it('shows as many problems as one scrolls for', async () => {
    const lines = Array.from({ length: 500 }, (_, at) => `- [gone](none-${at}.md)\n`);
    const page = await open(makeTree({ 'docs/a.md': `# A\n\n${lines.join('')}` }));
    await expect.poll(() => found(page)).toBe('500 problems');
    expect(await page.locator('.problem').count()).toBeLessThan(200);
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return page.locator('.problem').count();
      })
      .toBe(500);
  });

  it.skipIf(missing('coder') !== '')(
    `opens on coder, passes axe, finds a problem${missing('coder')}`,
    async () => {
      const page = await open(await unpack('coder'), '', 'light', '--rule', 'markdownlint=off');
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('/');
      await page.keyboard.type('feature-stages missing');
      await expect.poll(() => texts(page, '.problem .place')).toEqual(['139:3']);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Link graph/ }).click();
      expect(await violations(page)).toEqual([]);
      expect(await page.getByRole('button', { name: /^Pages/ }).innerText()).toContain('495');
    },
    120_000,
  );
});
