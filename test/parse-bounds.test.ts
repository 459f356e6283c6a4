import { beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../src/errors.js';
import type { Parser } from '../src/markdown/parse.js';
import { processorSeconds } from './harness/processor-seconds.js';
import { found, parserNamed } from './parse-compare.js';

const nestedList = (depth: number): string => {
  return Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- a`).join('\n');
};

describe.each(['satteri', 'mdast'] as const)('%s', (name) => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await parserNamed(name);
  });

  it.each(['{ '.repeat(200_000), '<a>\n\n'.repeat(40_000), '`{#'.repeat(30_000), '<!--'.repeat(50_000)])(
    'gives up on hostile MDX in time',
    (text) => {
      const some = name === 'satteri' ? text : text.slice(0, 30_000);
      expect(processorSeconds(() => parser.parse(some, 'mdx'))).toBeLessThan(15);
    },
  );

  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['more quotes', '>'.repeat(3_000_000)],
    ['lists in one line', `${'- '.repeat(5000)}a`],
    ['more lists in one line', `${'1. '.repeat(1_000_000)}a`],
    ['lists', nestedList(1000)],
    ['emphasis', `${'*'.repeat(2000)}a${'*'.repeat(2000)}`],
  ])('refuses %s that are nested too deeply, with the place', (_, text) => {
    const spent = processorSeconds(() => {
      expect(() => parser.parse(text, 'md')).toThrow(UserError);
      expect(() => parser.parse(text, 'mdx')).toThrow(/nested more than 500 levels deep/);
    });
    expect(spent).toBeLessThan(10);
  });

  it.each([
    ['brackets', '['.repeat(10_000)],
    ['stars', `${'*'.repeat(10_000)}a`],
    ['tags', '<a '.repeat(10_000)],
    ['quotes and lists', `${'> - '.repeat(100)}a`],
    ['lists', nestedList(200)],
  ])('reads many %s', (_, text) => {
    const spent = processorSeconds(() => {
      expect(parser.parse(text, 'md').children.length).toBeGreaterThan(0);
    });
    expect(spent).toBeLessThan(10);
  });
});

describe('what satteri cannot be trusted with', () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await parserNamed('satteri');
  });

  it.each([
    ['&amp;'.repeat(1_000_000), 'too many character references'],
    ['&#1;\n'.repeat(100_000), 'too many character references'],
    ['a_'.repeat(1_000_000), 'a line of 2000000 characters'],
    [`![a](${'QUJD_-'.repeat(500_000)})`, 'a line of 3000006 characters'],
    ['é*a* '.repeat(500_000), 'a line of 2500000 characters'],
  ])('is refused, with the place', (text, message) => {
    try {
      parser.parse(`# a\n\n${text}`, 'md');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({
        message: expect.stringContaining(message),
        place: { line: 3, column: 1 },
      });
    }
  });

  it.each([
    ['code', `\`\`\`json\n${'a_é*'.repeat(500_000)}\n\`\`\`\n\n[b](c)\n`],
    ['an image in the page', `![a](data:image/png;base64,${'QUJD/+'.repeat(500_000)})\n\n[b](c)\n`],
    ['HTML', `<img src="data:image/svg+xml,${'é_<a>'.repeat(500_000)}">\n\n[b](c)\n`],
    ['a big table', `|a|\n|-|\n${'| &amp; &lt; &gt; |\n'.repeat(50_000)}\n[b](c)\n`],
    ['many lines', `${'a_b é &amp; *c*\n\n'.repeat(100_000)}[b](c)\n`],
  ])('is no problem in %s', (_, text) => {
    expect(found(parser.parse(text, 'md'), text, 'link')).toEqual(['link [b](c)']);
  });

  it('reads a page of 20 MB', () => {
    const text = 'A line of *words* with `code` and a [link](page.md).\n\n'.repeat(380_000);
    expect(text.length).toBeGreaterThan(20_000_000);
    expect(parser.parse(text, 'md').children).toHaveLength(380_000);
  });
});
