import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parser } from '../src/markdown/parse.js';
import { walk } from '../src/walk.js';
import { outline, parserNamed } from './parse-compare.js';
import { differences } from './parse-differences.js';
import { randomPage } from './parse-pages.js';

let satteri: Parser;
let mdast: Parser;
beforeAll(async () => {
  satteri = await parserNamed('satteri');
  mdast = await parserNamed('mdast');
});

describe('random pages', () => {
  it('are the same tree to both parsers, without what is known to differ', () => {
    fc.assert(
      fc.property(randomPage(24), (text) => {
        fc.pre(!differences.some(({ pattern }) => pattern.test(text)));
        const trees = [satteri, mdast].map((parser) => {
          return outline(parser.parse(text, 'md'), text, { ends: false });
        });
        expect(trees[0]).toEqual(trees[1]);
      }),
      { seed: 7, numRuns: 3000, maxSkipsPerRun: 20 },
    );
  });

  it.each(['satteri', 'mdast'] as const)('never throw in %s, and each node stands in the page', (name) => {
    const parser = name === 'satteri' ? satteri : mdast;
    const runs = name === 'satteri' ? 10_000 : 1000;
    fc.assert(
      fc.property(
        randomPage(20, 'mdx', ['\0', '\ud800', '\udc00']),
        fc.constantFrom('md', 'mdx'),
        (text, syntax) => {
          walk(parser.parse(text, syntax), (node) => {
            const start = node.position?.start.offset ?? -1;
            const end = node.position?.end.offset ?? -1;
            expect(start >= 0 && start <= end && end <= text.length, `${node.type} ${start}-${end}`).toBe(
              true,
            );
            return undefined;
          });
        },
      ),
      { seed: 7, numRuns: runs },
    );
  });
});
