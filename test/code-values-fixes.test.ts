import { describe, expect, it } from 'vitest';
import type { Fix } from '../src/model.js';
import { mended, problemsOf } from './harness/mend-values.js';

const safe = ({ safe }: Fix) => safe;
const any = () => true;
const comment = '<!-- docs-lint-values p/client.go Client -->\n';

describe('a value is added as the others are written', () => {
  it.each([
    ['at the end', '- `a`\n- `b`', ['a', 'b', 'c'], '- `a`\n- `b`\n- `c`'],
    ['at the beginning', '- `b`\n- `c`', ['a', 'b', 'c'], '- `a`\n- `b`\n- `c`'],
    ['where the code has it', '- `z`\n- `b`', ['z', 'y', 'b'], '- `z`\n- `y`\n- `b`'],
    [
      'by the alphabet',
      '- `a`\n- `C`\n- `d`\n- `f`',
      ['f', 'd', 'C', 'a', 'e', 'B'],
      '- `a`\n- `B`\n- `C`\n- `d`\n- `e`\n- `f`',
    ],
    ['in no order', '- `c`\n- `a`\n- `b`', ['a', 'b', 'c', 'aa'], '- `c`\n- `a`\n- `b`\n- `aa`'],
    ['as plain text', '* Zed\n* Cody', ['Zed', 'Cody', 'VS Code (new)'], '* Zed\n* Cody\n* VS Code (new)'],
    ['in bold', '+ **a**\n+ **b**', ['a', 'b', 'c'], '+ **a**\n+ **b**\n+ **c**'],
    ['in bold code', '- __`a`__\n- __`b`__', ['a', 'b', 'c'], '- __`a`__\n- __`b`__\n- __`c`__'],
    ['in a loose list', '- `a`\n\n- `b`', ['a', 'c', 'b'], '- `a`\n\n- `c`\n\n- `b`'],
    ['behind a loose list', '- `a`\n\n- `b`\n\nText.', ['a', 'b', 'c'], '- `a`\n\n- `b`\n\n- `c`\n\nText.'],
    ['with its period', '- `a`.\n- `b`.', ['a', 'b', 'c'], '- `a`.\n- `b`.\n- `c`.'],
    ['between commas', '- `a`,\n- `c`.', ['a', 'b', 'c'], '- `a`,\n- `b`,\n- `c`.'],
    ['behind commas', '- `a`,\n- `b`.', ['a', 'b', 'c'], '- `a`,\n- `b`,\n- `c`.'],
    ['behind commas alone', '- `a`,\n- `b`', ['a', 'b', 'c'], '- `a`,\n- `b`,\n- `c`'],
    ['with all ones', '1. `a`\n1. `b`', ['a', 'b', 'c'], '1. `a`\n1. `b`\n1. `c`'],
    ['with the next number', '1) `a`\n2) `b`', ['a', 'b', 'c'], '1) `a`\n2) `b`\n3) `c`'],
    ['with all numbers behind', '8. `a`\n9. `c`', ['a', 'b', 'c'], '8. `a`\n9. `b`\n10. `c`'],
    ['with an open box', '- [x] `a`\n- [X] `b`', ['a', 'b', 'c'], '- [x] `a`\n- [X] `b`\n- [ ] `c`'],
    ['with backticks', '- `a`', ['a', '`b`', 'c`d'], '- `a`\n- `` `b` ``\n- ``c`d``'],
    ['in a quote', '> - `a`\n> - `b`', ['a', 'b', 'c'], '> - `a`\n> - `b`\n> - `c`'],
    [
      'in a loose quote',
      '> - `a`\n>\n> - `b`\n>\n> x',
      ['a', 'b', 'c'],
      '> - `a`\n>\n> - `b`\n>\n> - `c`\n>\n> x',
    ],
    ['on a page that ends there', '- `a`', ['a', 'b'], '- `a`\n- `b`'],
    [
      'in a table of one column',
      '| V   |\n| --- |\n| `a` |',
      ['a', 'b', 'cde'],
      '| V     |\n| ----- |\n| `a`   |\n| `b`   |\n| `cde` |',
    ],
  ])('%s', async (_title, list, values, after) => {
    expect(await mended(`${comment}${list}`, values, safe)).toBe(`${comment}${after}`);
    const crlf = (text: string) => `${comment}${text}`.replaceAll('\n', '\r\n');
    expect(await mended(crlf(list), values, safe)).toBe(crlf(after));
  });

  it.each([
    ['behind descriptions', '- `a`: one.\n- `b`: two.', ['a', 'b', 'c'], '- `a`: one.\n- `b`: two.\n- `c`'],
    [
      'behind nested lists',
      '- `a`\n  - x\n- `b`\n  - y',
      ['a', 'b', 'c'],
      '- `a`\n  - x\n- `b`\n  - y\n- `c`',
    ],
    ['among links', '- [`a`](x)\n- [`c`](y)', ['a', 'b', 'c'], '- [`a`](x)\n- `b`\n- [`c`](y)'],
    [
      'as a row',
      '| Name | Value |\n| :--- | ----: |\n| A    |   `a` |',
      ['a', 'bb'],
      '| Name | Value |\n| :--- | ----: |\n| A    |   `a` |\n|      |  `bb` |',
    ],
    [
      'as a wider row',
      '|Name|Value|\n|----|:---:|\n|A   | `a` |\n|B   | `b` |',
      ['a', 'bbbbb', 'b'],
      '|Name|Value  |\n|----|:-----:|\n|A   | `a`   |\n|    |`bbbbb`|\n|B   | `b`   |',
    ],
    [
      'as a row of a narrow table',
      '| Name | Value |\n| - | - |\n| A | `a` |',
      ['a', 'b'],
      '| Name | Value |\n| - | - |\n| A | `a` |\n| | `b` |',
    ],
    [
      'as a row without bars at its ends',
      'Value | Name\n----- | ----\n`a`   | A',
      ['a', 'b'],
      'Value | Name\n----- | ----\n`a`   | A\n`b`   |',
    ],
    [
      'as a row that begins with an empty cell',
      'Name  | Value\n----- | ----:\nA     | `a`',
      ['a', 'b'],
      'Name  | Value\n----- | ----:\nA     | `a`\n|     |  `b`',
    ],
    [
      'with a bar',
      '| V | W |\n|---|---|\n| `a` | x |',
      ['a', 'b|c'],
      '| V | W |\n|---|---|\n| `a` | x |\n| `b\\|c` | |',
    ],
  ])('for somebody to complete, %s', async (_title, block, values, after) => {
    const column = /Name *\| *Value|\|Name/.test(block) ? ' column "Value"' : '';
    const head = comment.replace(' -->', `${column} -->`);
    expect(await mended(`${head}${block}\n`, values, safe)).toBe(`${head}${block}\n`);
    expect(await mended(`${head}${block}\n`, values, any)).toBe(`${head}${after}\n`);
  });

  it('on a line of a code block', async () => {
    const head = comment.replace(' -->', ' as code-block -->');
    const before = `${head}> ~~~text\n>   a\n>   c\n> ~~~\n`;
    expect(await mended(before, ['a', 'b', 'c'], safe)).toBe(
      `${head}> ~~~text\n>   a\n>   b\n>   c\n> ~~~\n`,
    );
  });

  it.each([
    ['one item that holds them all', '- `a`, `b`', ['a', 'b', 'c']],
    ['a value of two lines', '- `a`', ['a', 'b\nc']],
    ['marks that Markdown reads', '- Zed', ['Zed', '*b*']],
    ['words that make a link', '- Zed', ['Zed', 'www.example.com']],
    ['a sentence', 'Only `a` and `b`.', ['a', 'b', 'c']],
    ['a number that moves a paragraph', `${'x'.replace('x', '9. `a`\n\n   more\n10. `c`')}`, ['b', 'a', 'c']],
  ])('not to %s', async (_title, block, values) => {
    expect(await mended(`${comment}${block}\n`, values, any)).toBe(`${comment}${block}\n`);
  });
});

describe('a slip of the pen is corrected', () => {
  it.each([
    ['- `claude-code`: the *best*', ['Claude Code'], '- `Claude Code`: the *best*'],
    ['- [Claude-Code](x)', ['Claude Code'], '- [Claude Code](x)'],
    ['- ***Claude-Code***', ['Claude Code'], '- ***Claude Code***'],
    ['- <code>Zedd x</code>', ['Zed x'], '- <code>Zed x</code>'],
    ['- ``a`B``', ['A`b'], '- ``A`b``'],
    ['| V | W |\n|---|---|\n| `a\\|B` | x |', ['A|b'], '| V | W |\n|---|---|\n| `A\\|b` | x |'],
    [
      '| V       | W |\n| ------- | - |\n| `zed-x` | y |\n| `other` |   |',
      ['zedx', 'other'],
      '| V       | W |\n| ------- | - |\n| `zedx`  | y |\n| `other` |   |',
    ],
    [
      '| V       | W |\n| ------- | - |\n| `zedxx` | y |\n| `other` |   |',
      ['zed-xx', 'other'],
      '| V        | W |\n| -------- | - |\n| `zed-xx` | y |\n| `other`  |   |',
    ],
    ['Give `warning` or `debugs`.', ['debug', 'warning'], 'Give `warning` or `debug`.'],
  ])('%s', async (block, values, after) => {
    expect(await mended(`${comment}${block}\n`, values, safe)).toBe(`${comment}${after}\n`);
  });

  it.each([
    ['a shorter name of another thing', '- `GitHub Copilot`', ['GitHub Copilot (CLI)']],
    ['a short word', '- `Max`', ['Mux']],
    ['another version', '- `model-4`', ['model-5']],
    ['two letters', '- `import`', ['export']],
    ['two that are near', '- `colour`', ['colours', 'coloura']],
    ['a comment in code', `x`.replace('x', '```\n# debug\n```'), ['debug']],
  ])('not safely: %s', async (_title, block, values) => {
    const head = block.startsWith('`') ? comment.replace(' -->', ' as code-block -->') : comment;
    expect(
      await mended(`${head}${block}\n`, values, (fix) => fix.safe && fix.description.startsWith('Write')),
    ).toBe(`${head}${block}\n`);
    expect(await mended(`${head}${block}\n`, values, any)).not.toBe(`${head}${block}\n`);
  });

  it('never to a value that is listed already', async () => {
    expect(await mended(`${comment}- \`Zed\`\n- \`zed\`\n`, ['Zed'], safe)).toBe(
      `${comment}- \`Zed\`\n- \`zed\`\n`,
    );
    expect(await mended(`${comment}- \`Zed\`\n- \`zed\`\n`, ['Zed'], any)).toBe(`${comment}- \`Zed\`\n`);
  });

  it('by one fix for both of its problems', async () => {
    const problems = await problemsOf(`${comment}- \`Zed\`\n- \`codY\`\n`, ['Zed', 'Cody']);
    expect(problems.map(({ code, fix }) => [code, fix?.description, fix?.safe])).toEqual([
      ['undocumented', 'Write `Cody`', true],
      ['phantom', 'Write `Cody`', true],
    ]);
    expect(problems[0]?.fix?.edits).toEqual(problems[1]?.fix?.edits);
  });
});

describe('a value that the code does not have is taken out', () => {
  it.each([
    ['- `a`\n- `x1`: gone\n  - all of it\n- `b`', '- `a`\n- `b`'],
    ['- `x1`\n- `a`\n- `b`', '- `a`\n- `b`'],
    ['- `a`\n\n- `b`\n\n- `x1`\n\nText.', '- `a`\n\n- `b`\n\nText.'],
    ['> 1. `a`\n> 2. `x1`\n> 3. `b`', '> 1. `a`\n> 2. `b`'],
    [
      '| V | W |\n|---|---|\n| `x1` | y |\n| `a` | z |\n| `b` | |',
      '| V | W |\n|---|---|\n| `a` | z |\n| `b` | |',
    ],
  ])('%s', async (block, after) => {
    expect(await mended(`${comment}${block}\n`, ['a', 'b'], safe)).toBe(`${comment}${block}\n`);
    expect(await mended(`${comment}${block}\n`, ['a', 'b'], any)).toBe(`${comment}${after}\n`);
  });

  it.each([
    ['the last one left', '- `x1`'],
    ['one of several in an item', '- `a`\n- `b`, `x1`'],
    ['one in prose', 'Only `a`, `b` and `x1`.'],
  ])('not %s', async (_title, block) => {
    const after = await mended(`${comment}${block}\n`, ['a', 'b'], (fix) =>
      fix.description.startsWith('Remove'),
    );
    expect(after).toBe(`${comment}${block}\n`);
  });
});
