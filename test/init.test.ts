import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { runCli } from './harness/run-cli.js';

const clients = `package bridge

// Must be kept in sync with the documentation:
// https://github.com/o/r/blob/main/docs/monitoring.md?plain=1#L5-L9
type Client string

const (
	ClientZed   Client = "Zed"
	ClientCody  Client = "Cody"
	ClientCodex Client = "Codex"
	ClientMux   Client = "Mux"
)
`;
const page = `# Monitoring

- **provider**: such as \`acme\`
- **client**: what sends it
  <details>
  <summary>Possible <code>client</code> values</summary>

  - \`Zed\`
  - \`Cody\`
  - \`Codex\`

  </details>
`;

/** The lists that the written config declares, and what the command printed. */
async function init(files: Record<string, string>, ...given: string[]) {
  const cwd = makeTree(files);
  const outcome = await runCli(['init', ...given], { cwd });
  const file = join(cwd, 'docs-lint.config.jsonc');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const config = text === undefined ? undefined : parse(text);
  return { ...outcome, cwd, text, config, lists: config?.rules?.['code-values']?.[1].lists ?? [] };
}

describe('docs-lint init', () => {
  it('in a tree without pages says what comes first', async () => {
    const { status, stdout, config } = await init({ 'main.go': 'package main\n' });
    expect(status).toBe(0);
    expect(stdout).toContain('docs  0 pages in the workspace\n');
    expect(stdout).toContain(
      'Wrote docs-lint.config.jsonc. There is no page yet: write one, and run docs-lint.',
    );
    expect(config).toEqual({});
  });

  it('finds constants whose values stand in a list, and the place by a text before it', async () => {
    const { status, stdout, lists, cwd } = await init({
      'bridge/client.go': clients,
      'docs/monitoring.md': page,
    });
    expect(status).toBe(0);
    expect(lists).toEqual([
      {
        code: { file: 'bridge/client.go', name: 'Client' },
        docs: [{ file: 'docs/monitoring.md', after: 'Possible client values' }],
      },
    ]);
    expect(stdout).toContain('`Client` in bridge/client.go and docs/monitoring.md');
    expect(stdout).toContain('3 values on both sides, 1 in the code alone');
    const run = await runCli([], { cwd });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('`Mux` is declared at bridge/client.go:11 but not listed here.');
  });

  it.each([
    ['app/level.py', "class Level(StrEnum):\n    LOW = 'low'\n    MID = 'mid'\n    HIGH = 'high'\n", 'Level'],
    ['src/level.ts', "export type Level = 'low' | 'mid' | 'high';\n", 'Level'],
    ['src/level.rs', '#[serde(rename_all = "lowercase")]\npub enum Level { Low, Mid, High }\n', 'Level'],
    ['api/level.proto', 'syntax = "proto3";\nenum Level { low = 0; mid = 1; high = 2; }\n', 'Level'],
  ])('finds those of %s', async (file, source, name) => {
    const { lists } = await init({
      [file]: source,
      'docs/levels.md':
        '# Levels\n\n| Level | Use |\n| - | - |\n| `low` | a |\n| `mid` | b |\n| `high` | c |\n',
    });
    expect(lists).toEqual([
      { code: { file, name }, docs: [{ file: 'docs/levels.md', under: 'Levels', column: 'Level' }] },
    ]);
  });

  it('proposes one list for several places', async () => {
    const { lists } = await init({
      'bridge/client.go': clients,
      'docs/monitoring.md': page,
      'docs/clients.md': '# Clients\n\n## Zed\n\na\n\n## Cody\n\nb\n\n## Codex\n\nc\n\n## Mux\n\nd\n',
    });
    expect(lists).toHaveLength(1);
    expect(lists[0].docs).toEqual([
      { file: 'docs/clients.md', under: 'Clients', as: 'headings' },
      { file: 'docs/monitoring.md', after: 'Possible client values' },
    ]);
  });

  it.each([
    ['a test', { 'bridge/client_test.go': clients }],
    ['what git ignores', { '.gitignore': 'gen/\n', 'gen/client.go': clients }],
    ['installed packages', { 'node_modules/a/client.go': clients }],
    [
      'a set that is much larger',
      { 'a.ts': `export const all = [${[...'abcdefgh'].map((x) => `'${x}'`)}, 'Zed', 'Cody', 'Codex'];\n` },
    ],
    ['words that no set has', { 'a.ts': "use('Zed'); use('Cody'); use('Codex');\n" }],
    ['a source that is no program', { 'a.go': '"Zed" "Cody" "Codex" const (' }],
  ])('does not take %s', async (_what, files) => {
    const { status, lists } = await init({ 'docs/monitoring.md': page, ...files });
    expect({ status, lists }).toEqual({ status: 0, lists: [] });
  });

  it('tells of a comment that names a page without such a list', async () => {
    const { stdout, lists } = await init({ 'bridge/client.go': clients, 'docs/monitoring.md': '# None\n' });
    expect(lists).toEqual([]);
    expect(stdout).toMatch(/bridge\/client\.go:4 asks to be kept in step with \S*docs\/monitoring\.md/);
  });

  it('shows the docs, the generator and the navigation, and writes a config that runs', async () => {
    const { stdout, text, config, cwd } = await init({
      'mkdocs.yml': 'site_name: A\n',
      'docs/index.md': '# A\n',
      'docs/manifest.json': '{"versions": ["main"], "routes": [{"title": "A", "path": "./index.md"}]}\n',
    });
    expect(stdout).toMatch(/1 page in docs/);
    expect(stdout).toMatch(/shown by +mkdocs/);
    expect(stdout).toContain('docs/manifest.json is the navigation');
    expect(text).toContain('//   shown by: mkdocs');
    expect(config).toEqual({ docs: ['docs'] });
    expect(await runCli([], { cwd })).toMatchObject({ status: 0 });
  });

  it('writes nothing where a config is, nor on a dry run', async () => {
    const there = await init({ 'docs/a.md': '# A\n', 'docs-lint.config.json': '{}' });
    expect(there).toMatchObject({ status: 2, text: undefined, stdout: '' });
    expect(there.stderr).toContain('docs-lint.config.json: is a config already.');
    const dry = await init({ 'bridge/client.go': clients, 'docs/monitoring.md': page }, '--dry-run');
    expect(dry).toMatchObject({ status: 0, text: undefined });
    expect(dry.stdout).toContain('"after": "Possible client values"');
  });

  it('keeps hostile names within their comment', async () => {
    const { status, text, config } = await init({
      'bridge/a\n"b": 1, \u202e\u001b[31m.go': clients,
      'docs/monitoring.md': page,
    });
    expect(status).toBe(0);
    expect(config.docs).toEqual(['docs']);
    expect(
      text
        ?.split('\n')
        .filter((line) => line.startsWith('  //'))
        .join(''),
    ).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('finds the workspace from a directory of a repository', async () => {
    const repository = makeRepository({ 'bridge/client.go': clients, 'docs/monitoring.md': page });
    const { status, stdout } = await runCli(['init'], { cwd: join(repository.directory, 'bridge') });
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Wrote ../docs-lint.config.jsonc'),
    });
    expect(repository.read('docs-lint.config.jsonc')).toContain('"name": "Client"');
  });
});
