import { describe, expect, it } from 'vitest';
import { lintTree } from './harness/run-tree.js';

const source =
  'package p\n\ntype Client string\n\nconst (\n\tZed  Client = "Zed"\n\tCody Client = "Cody"\n)\n';

function config(list: object): string {
  return JSON.stringify({ rules: { 'code-values': ['error', { lists: [list] }] } });
}

describe('code-values', () => {
  it('gives both places, and the other file as its target', async () => {
    const page = '<!-- docs-lint-values p/client.go Client -->\n- `Zed`\n- `cody`\n';
    const { problems } = await lintTree(
      new Map([
        ['p/client.go', source],
        ['docs/a.md', page],
      ]),
      'code-values',
    );
    const related = [{ path: 'p/client.go', line: 7, column: 2, endLine: 7, endColumn: 6 }];
    expect(problems).toMatchObject([
      { code: 'undocumented', path: 'docs/a.md', line: 1, target: 'p/client.go', related },
      { code: 'phantom', line: 3, column: 3, endColumn: 9, target: 'p/client.go', related },
    ]);
  });

  it('gives the source as the target of an exemption that is not needed, and the page where that is missing', async () => {
    const { problems } = await lintTree(
      new Map([
        ['p/client.go', source],
        ['docs/a.md', '- `Zed`\n- `Cody`\n'],
        [
          'docs-lint.config.json',
          config({
            code: { file: 'p/client.go', type: 'Client' },
            docs: [{ file: 'docs/a.md' }],
            exempt: [{ value: 'Mux', reason: 'It has no page.' }],
          }),
        ],
      ]),
      'code-values',
    );
    expect(problems).toMatchObject([
      { code: 'unused-exemption', path: 'docs-lint.config.json', target: 'p/client.go' },
    ]);
    const { problems: missing } = await lintTree(
      new Map([
        ['p/client.go', source],
        ['docs/a.md', '- `Zed`\n- `Cody`\n'],
        [
          'docs-lint.config.json',
          config({ code: { file: 'p/client.go', type: 'Client' }, docs: [{ file: 'docs/b.md' }] }),
        ],
      ]),
      'code-values',
    );
    expect(missing).toMatchObject([{ code: 'nothing-found', target: 'docs/b.md' }]);
  });

  it.each([
    ['no reason', { exempt: [{ value: 'Zed' }] }, /reason/],
    ['a blank reason', { exempt: [{ value: 'Zed', reason: ' ' }] }, /reason|pattern/],
    ['no place', { docs: [] }, /docs|one/],
    ['an unknown key', { dosc: [] }, /dosc/],
    ['an unknown form', { docs: [{ file: 'docs/a.md', as: 'tabel' }] }, /table/],
    ['a column that is none', { docs: [{ file: 'docs/a.md', column: 0 }] }, /column|1/],
  ])('refuses a declaration with %s', async (_title, wrong, message) => {
    const list = { code: { file: 'p/client.go' }, docs: [{ file: 'docs/a.md' }], ...wrong };
    const files = new Map([
      ['docs/a.md', '- `Zed`\n'],
      ['docs-lint.config.json', config(list)],
    ]);
    await expect(lintTree(files, 'code-values')).rejects.toThrow();
    const error: unknown = await lintTree(files, 'code-values').catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).toMatch(message);
  });
});
