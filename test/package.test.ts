import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { installPackage, packPackage } from './harness/install-package.js';
import { makeTree } from './harness/make-tree.js';
import { places } from './harness/read-report.js';
import { type Outcome, runProgram } from './harness/run-cli.js';

const top = fileURLToPath(new URL('../', import.meta.url));

describe('the package', () => {
  let tarball = '';
  let files: readonly string[] = [];
  let project = '';

  beforeAll(async () => {
    ({ tarball, files } = await packPackage());
    project = makeTree({
      'docs/index.md': '# Home\n\n[gone](gone.md)\n\nTODO: write it.\n',
      'clean/index.md': '# Home\n',
    });
    await installPackage(tarball, project);
  });

  const npx = (...given: readonly string[]): Promise<Outcome> =>
    runProgram('npx', ['--no-install', 'docs-lint', ...given], { cwd: project });
  /** What npx starts, without npm's own second. */
  const installed = (...given: readonly string[]): Promise<Outcome> =>
    runProgram(join(project, 'node_modules/.bin/docs-lint'), given, { cwd: project });

  it('holds what it needs, and nothing of how it is made', () => {
    const needed = [
      'bin/docs-lint.js',
      'dist/src/cli/main.cjs',
      'dist/src/rule.d.ts',
      'LICENSE',
      'README.md',
    ];
    expect(files).toEqual(expect.arrayContaining(needed));
    for (const rule of readdirSync(join(top, 'rules'))) {
      expect(files).toEqual(
        expect.arrayContaining([`dist/rules/${rule}/index.cjs`, `rules/${rule}/README.md`]),
      );
    }
    const wrong = files.filter((path) =>
      /(?:^|\/)(?:test|tests|fixtures|bench|docs)\/|\.test\.|(?<!\.d)\.ts$|tsbuildinfo/.test(path),
    );
    expect(wrong).toEqual([]);
  });

  it('holds nothing whose source is gone', () => {
    const built = files.filter((path) => /^dist\/.*\.c?js$/.test(path));
    const generated = 'dist/rules/index.cjs';
    const entries = built.filter((path) => !path.startsWith('dist/src/chunks/') && path !== generated);
    const stale = entries.filter(
      (path) => !existsSync(join(top, path.replace(/^dist\/(.*)\.c?js$/, '$1.ts'))),
    );
    expect(stale).toEqual([]);
    const text = built.map((path) => readFileSync(join(top, path), 'utf8')).join('\n');
    const chunks = built.filter((path) => path.startsWith('dist/src/chunks/'));
    expect(chunks.filter((path) => !text.includes(path.slice(path.lastIndexOf('/') + 1)))).toEqual([]);
  });

  it('names every package that it imports', () => {
    const { dependencies } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const imported = new Set<string>();
    for (const path of files.filter((one) => /\.c?js$/.test(one))) {
      const text = readFileSync(join(top, path), 'utf8');
      const names = text.matchAll(/(?:\bfrom|\bimport|\bload|\brequire)\s*\(?\s*['"]([@a-z][\w@/.:-]*)['"]/g);
      for (const [, name = ''] of names)
        imported.add(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
    const unnamed = [...imported].filter(
      (name) => !name.startsWith('node:') && !builtinModules.includes(name) && !(name in dependencies),
    );
    expect(unnamed).toEqual([]);
  });

  it('runs as npx docs-lint docs/, and exits as it should', async () => {
    const broken = await npx('docs/', '--format', 'json');
    expect(places(broken.stdout)).toEqual(['docs/index.md:3 broken-links/missing-file']);
    expect(broken.status).toBe(1);
    expect((await installed('clean/')).status).toBe(0);
    expect((await installed('nowhere/')).status).toBe(2);
    const explained = await installed('explain', 'broken-links');
    expect(explained.stdout).toContain('missing-file');
  });

  it('can be called from a program, and says its types', async () => {
    writeFileSync(
      join(project, 'use.mjs'),
      `import { lint, UserError } from 'docs-lint';
       const { problems, summary } = await lint({ paths: ['docs'] });
       const wrong = await lint({ paths: ['nowhere'] }).catch((error) => error instanceof UserError);
       console.log(JSON.stringify([problems.map(({ path, line, rule }) => [path, line, rule]), summary.errors, wrong]));`,
    );
    const { stdout, stderr } = await runProgram(process.execPath, ['use.mjs'], { cwd: project });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([[['docs/index.md', 3, 'broken-links']], 1, true]);

    writeFileSync(
      join(project, 'use.ts'),
      `import { lint, type Problem } from 'docs-lint';
       import { defineRule } from 'docs-lint/rule';
       export const found: readonly Problem[] = (await lint({ paths: ['docs'] })).problems;
       export default defineRule<{ readonly words: readonly string[] }>({
         scope: 'file', summary: 'x', severity: 'warn', codes: { a: 'b' },
         *check({ text, tree }, { words }) {
           if (tree.children.length > words.length) yield { code: 'a', span: [0, text.length], message: 'm' };
         },
       });\n`,
    );
    const tsc = join(top, 'node_modules/typescript/bin/tsc');
    const options = [
      '--strict',
      '--noEmit',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--types',
      '',
      'use.ts',
    ];
    const checked = await runProgram(process.execPath, [tsc, '--ignoreConfig', ...options], { cwd: project });
    expect(checked.stdout).toBe('');
  });

  it('takes the plugin of docs/writing-a-rule.md, as it is written there', async () => {
    const page = readFileSync(join(top, 'docs/writing-a-rule.md'), 'utf8');
    const rule = /^```js\n(import \{ defineRule[\s\S]*?)^```$/m.exec(page)?.[1];
    expect(rule).toBeDefined();
    mkdirSync(join(project, 'docs-rules'), { recursive: true });
    writeFileSync(join(project, 'docs-rules/no-todo.mjs'), rule ?? '');
    writeFileSync(
      join(project, 'plugin.json'),
      JSON.stringify({ plugins: ['./docs-rules/no-todo.mjs'], rules: { 'broken-links': 'off' } }),
    );
    const { status, stdout, stderr } = await installed('docs/', '-c', 'plugin.json', '-f', 'json');
    expect(stderr).toBe('');
    expect({ status, places: places(stdout) }).toEqual({
      status: 1,
      places: ['docs/index.md:5 no-todo/todo'],
    });
    const only = await installed('docs/', '-c', 'plugin.json', '-f', 'json', '--only', 'no-todo');
    expect(places(only.stdout)).toHaveLength(1);
    const typo = await installed('docs/', '-c', 'plugin.json', '--rule', 'no-tdo=off');
    expect(typo.stderr).toContain('Did you mean `no-todo`?');
  });

  it('finds a rule that is nothing but one more folder', async () => {
    const home = join(project, 'node_modules/docs-lint');
    mkdirSync(join(home, 'dist/rules/no-shouting'), { recursive: true });
    mkdirSync(join(home, 'rules/no-shouting'), { recursive: true });
    writeFileSync(join(home, 'rules/no-shouting/README.md'), '# no-shouting\n');
    writeFileSync(
      join(home, 'dist/rules/no-shouting/index.js'),
      `import { defineRule } from '../../src/rule.js';
       export default defineRule({
         scope: 'file',
         summary: 'Nobody shouts.',
         severity: 'warn',
         codes: { loud: 'Lower your voice.' },
         *check({ text }) {
           const at = text.search(/TODO/);
           if (at >= 0) yield { code: 'loud', span: [at, at + 4], message: 'Do not shout.' };
         },
       });`,
    );
    expect((await installed('rules')).stdout).toMatch(/^no-shouting +warn +Nobody shouts\.$/m);
    expect((await installed('explain', 'no-shouting')).stdout).toBe('# no-shouting\n');
    const { stdout } = await installed('docs/', '-f', 'json', '--only', 'no-shouting');
    expect(places(stdout)).toEqual(['docs/index.md:5 no-shouting/loud']);
    writeFileSync(join(project, 'docs-lint.config.json'), '{ "rules": { "no-shouting": "error" } }');
    expect((await installed('docs/', '--only', 'no-shouting')).status).toBe(1);
  });
});
