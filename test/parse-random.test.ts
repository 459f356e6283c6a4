import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Parser } from '../src/markdown/parse.js';
import { walk } from '../src/walk.js';
import { outline, parserNamed } from './parse-compare.js';
import { differences } from './parse-differences.js';

let satteri: Parser;
let mdast: Parser;
beforeAll(async () => {
  satteri = await parserNamed('satteri');
  mdast = await parserNamed('mdast');
});

const inline = [
  ...[
    'a',
    'b ',
    'foo',
    ' ',
    '  ',
    '\t',
    '*',
    '**',
    '_',
    '__',
    '~',
    '~~',
    '`',
    '``',
    '!',
    '![',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '](',
    '](x.md)',
    '](x "t")',
    '[a](b)',
    '![a](b)',
    '[a]',
    '[a][b]',
    '[a][]',
    '[^a]',
    '[c [^a]](d)',
    '<',
    '>',
  ],
  ...[
    '<b>',
    '</b>',
    '<a href="x">',
    '<br/>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<http://u.v>',
    '<?',
    '&amp;',
    '&lt;',
  ],
  ...[
    '&#42;',
    '&',
    '\\',
    '\\*',
    '\\[',
    '\\`',
    '\\|',
    'http://u.v',
    'https://u.v/w?x=y',
    'www.u.v',
    'm.n@o.p',
    '|',
  ],
  ...[
    '"',
    "'",
    '.',
    ',',
    ':',
    'é',
    '中',
    '\u{1f600}',
    '\u00a0',
    '\u2014',
    '$x$',
    '==',
    ':::',
    '{#id}',
    '{x}',
  ],
];
const block = [
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    '\r\n',
    '\r',
    '\n    ',
    '\n  ',
    '# ',
    '\n# H\n',
    '\n## H #\n',
    '\n---\n',
    '\n===\n',
  ],
  ...[
    '- ',
    '\n- ',
    '\n* ',
    '1. ',
    '\n1. ',
    '\n2) ',
    '\n  - ',
    '> ',
    '\n> ',
    '\n>',
    '- [ ] ',
    '\n- [x] ',
    '***\n',
  ],
  ...[
    '```',
    '\n```\n',
    '~~~',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<script>',
    '\n[a]: u\n',
    '\n[b]: <v> "t"\n',
  ],
  ...['\n[^a]: n\n', '\n| a | b |\n|---|---|\n', '\n| c | d |', '\n|-|-|\n', '---\n', '+++\n'],
];
const mdx = [
  ...[
    '<A>',
    '</A>',
    '<A/>',
    '<B c="d">',
    '</B>',
    '<b>x</b>',
    '\n<A>\n',
    '\n</A>\n',
    '<>',
    '</>',
    '{x}',
    '{"}"}',
  ],
  ...[
    '{/* c */}',
    '{`a`}',
    '{',
    '}',
    '\n{y}\n',
    '\nimport z from "z"\n',
    '\nexport const q = {a: 1}\n',
    '<br/>',
  ],
  ...[
    '<!-- c -->',
    '<!-- */ -->',
    '\n<!-- d\n\ne -->\n',
    '# H {#id}\n',
    '{#i}',
    'e={f}',
    '<G {...h} />',
    '\\{',
    '\\<',
  ],
];

const page = (parts: readonly string[], maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength }).map((chosen) => chosen.join(''));

describe('random pages', () => {
  it('are the same tree to both parsers, without what is known to differ', () => {
    fc.assert(
      fc.property(page([...inline, ...block], 24), (text) => {
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
        page([...inline, ...block, ...mdx, '\0', '\ud800', '\udc00'], 20),
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
