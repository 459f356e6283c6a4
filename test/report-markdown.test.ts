import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Result } from '../src/model.js';
import { markdownWithin } from '../src/report/markdown.js';
import { safeTerminal } from '../src/report/safe.js';
import { contextOf, guide, problem, render, result } from './report-given.js';

const context = contextOf({});
const span = { line: 3, column: 7, endLine: 3, endColumn: 9 };

/** As GitHub reads it. */
function nodesOf(markdown: string): Nodes[] {
  const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
  const all: Nodes[] = [];
  const visit = (node: Nodes): void => {
    all.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(markdown, options));
  return all;
}

const known = ['root', 'paragraph', 'strong', 'heading', 'list', 'listItem', 'text', 'inlineCode'];

/** Only our own structure, and nothing that a forge would make a link or a mention of. */
function expectHarmless(markdown: string): Nodes[] {
  const nodes = nodesOf(markdown);
  for (const node of nodes) {
    if (node.type === 'html') expect(node.value).toBe('<!-- -->');
    else expect(known).toContain(node.type);
    if (node.type === 'text') expect(node.value).not.toMatch(/@[\w-]|#\d/);
  }
  return nodes;
}

const codesOf = (nodes: readonly Nodes[]) =>
  nodes.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));

describe('markdown', () => {
  it('is a list for each page below the line that sums up', () => {
    const given: Result = result(
      [
        problem(span, {
          message: 'No heading `#set-up` in docs/install.md.',
          related: [{ ...span, path: 'docs/install.md', message: '`#setup` is here' }],
          fix: { safe: false, description: 'Link to `#setup`', edits: [] },
        }),
        problem(span, { severity: 'warning', rule: 'no-emdash', code: 'emdash', message: 'A dash.' }),
      ],
      { failures: [{ path: 'docs/bytes.md', message: 'is not UTF-8' }] },
    );
    expect(`\n${render('markdown', given, context)}`).toMatchInlineSnapshot(`
      "
      **docs-lint**: ✖ 2 problems (1 error, 1 warning) in 495 pages; 1 can be fixed with --fix-unsafe; 1 file could not be checked

      ### \`docs/guide.md\`

      - **error** 3:7 No heading \`#set-up\` in docs/install.md. (\`broken-links/missing-file\`)
        - \`docs/install.md\` 3:7 \`#setup\` is here
        - Fix (unsafe): Link to \`#setup\`
      - **warning** 3:7 A dash. (\`no-emdash/emdash\`)

      ### \`docs/bytes.md\`

      - **error** is not UTF-8 (\`not-checked\`)
      "
    `);
    expect(render('markdown', result([]), context)).toBe('**docs-lint**: ✔ No problems in 495 pages\n');
  });

  it.each([
    '[click](https://evil.example) ![x](y.png) <img src=x onerror=alert(1)> <!-- x',
    '@octocat and @org/team, a@b.example, owner/repo#12 and #3',
    'https://evil.example www.evil.example ftp://x mailto:a@b.c',
    '`a``b` ```c``` ` @octocat `[x](y)',
    '# x\n\n- y\n> z\n| a | b |\n| - | - |\n---\n***\n    code',
    '~~x~~ *a* _b_ __c__ [^1] [x]: y &amp; &#64;octocat \\[x](y)',
    '::error::x ##[stop-commands]x ##vso[task.x]y',
  ])('holds nothing but text of %j', (text) => {
    const given = problem(span, {
      path: text,
      message: text,
      code: text,
      related: [{ ...span, path: text, message: text }],
    });
    const nodes = expectHarmless(render('markdown', result([given]), context));
    expect(codesOf(nodes)).toContain(safeTerminal(text).trim());
    const quoted = problem(span, { message: `No file \`${text.replaceAll('`', '')}\`.` });
    expectHarmless(render('markdown', result([quoted]), context));
  });

  it('is the same structure whatever a message is made of', () => {
    const piece = fc.constantFrom(
      '`',
      '[',
      '](',
      ')',
      '<',
      '>',
      '!',
      '@a',
      '#1',
      '\\',
      '*',
      '_',
      '~',
      'www.',
      'x.y',
      '://',
      'http',
      '&',
      ';',
      '\n',
      ' ',
      '|',
      '$',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (text) => {
        const given = problem(span, { path: `${text}x`, message: text });
        const nodes = expectHarmless(render('markdown', result([given]), context));
        const count = (type: string) => nodes.filter((node) => node.type === type).length;
        expect([count('heading'), count('list'), count('listItem')]).toEqual([1, 1, 1]);
      }),
    );
  });

  it('says how much did not fit', () => {
    const many = Array.from({ length: 2000 }, (_, index) =>
      problem({ ...span, line: index + 1 }, { message: '日本 '.repeat(9) }),
    );
    const text = markdownWithin(60_000, result(many), context);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    const shown = text.match(/^- /gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(300);
    expect(text).toContain(`${2000 - shown} more problems did not fit here.`);
    expect(text.match(new RegExp(guide, 'g'))).toHaveLength(1);
  });
});
