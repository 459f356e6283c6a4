import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { binary, cleanEnvironment, runCli } from './harness/run-cli.js';

const open = new Set<ReturnType<typeof spawn>>();

afterEach(() => {
  for (const child of open) child.kill('SIGKILL');
  open.clear();
});

/** A run that goes on, and what it has printed so far. */
function start(cwd: string, ...words: readonly string[]) {
  return startTo('pipe', cwd, ...words);
}

/** The same, with standard output going somewhere. */
function startTo(output: 'pipe' | number, cwd: string, ...words: readonly string[]) {
  const child = spawn(process.execPath, [binary, '--watch', '--format', 'unix', ...words], {
    cwd,
    env: cleanEnvironment(),
    stdio: ['ignore', output, 'pipe'],
  });
  open.add(child);
  let text = '';
  let from = 0;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    child,
    ended,
    all: () => text,
    /** Waits for words that come after those that were waited for before. */
    async sees(wanted: string): Promise<void> {
      await expect.poll(() => text.indexOf(wanted, from)).toBeGreaterThanOrEqual(0);
      from = text.indexOf(wanted, from) + wanted.length;
    },
  };
}

describe('watching', () => {
  it('checks again when pages and what they lead to are changed, made, renamed and deleted', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n\n[b](b.md#one)\n', 'docs/b.md': '# B\n\n## One\n' });
    const run = start(cwd);
    await run.sees('Watching for changes');
    expect(run.all()).not.toContain('error');
    writeFileSync(join(cwd, 'docs/b.md'), '# B\n\n## Two\n');
    await run.sees('docs/b.md changed.');
    await run.sees('docs/a.md:3:1: error: No heading or anchor `#one` in docs/b.md.');
    writeFileSync(join(cwd, 'docs/b.md'), '# B\n\n## One\n\n[c](sub/c.md)\n');
    await run.sees('docs/b.md:5:1: error: No file `docs/sub/c.md`');
    mkdirSync(join(cwd, 'docs/sub'));
    writeFileSync(join(cwd, 'docs/sub/c.md'), '# C\n\n[gone](gone.md)\n');
    await run.sees('docs/sub/c.md:3:1: error: No file `docs/sub/gone.md`');
    writeFileSync(join(cwd, 'docs/sub/gone.md'), '# No more\n');
    await run.sees('docs/sub/gone.md changed.');
    renameSync(join(cwd, 'docs/sub/gone.md'), join(cwd, 'docs/sub/here.md'));
    await run.sees('docs/sub/c.md:3:1: error: No file `docs/sub/gone.md`');
    rmSync(join(cwd, 'docs/sub'), { recursive: true });
    await run.sees('docs/b.md:5:1: error: No file `docs/sub/c.md`');
  });

  it('reads a config anew, says what is wrong with it, and goes on', async () => {
    const cwd = makeTree({ 'docs/a.md': '# A\n\nA dash — here.\n' });
    const run = start(cwd);
    await run.sees('no-emdash');
    await run.sees('Watching for changes');
    const config = join(cwd, 'docs-lint.config.json');
    writeFileSync(config, '{ "rules": { "no-emdash": "of" } }');
    await run.sees('"of"');
    writeFileSync(config, '{ "rules": { "no-emdash": "warn" } }');
    await run.sees('docs/a.md:3:8: warning');
    rmSync(config);
    await run.sees('docs/a.md:3:8: error');
  });

  it('is not woken by what it prints into a file, nor by what happens around the workspace', async () => {
    const outer = makeTree({ 'in/docs-lint.config.json': '{}', 'in/docs/a.md': '# A\n\n[b](b.md)\n' });
    const cwd = join(outer, 'in');
    const log = join(cwd, 'lint.log');
    const run = startTo(openSync(log, 'w'), cwd);
    await run.sees('Watching for changes');
    for (const name of ['c.md', 'd.md']) {
      writeFileSync(join(outer, 'other.txt'), name);
      writeFileSync(join(cwd, 'docs/a.md'), `# A\n\n[b](${name})\n`);
      await run.sees('docs/a.md changed.');
      await expect.poll(() => readFileSync(log, 'utf8')).toContain(`docs/${name}`);
    }
    expect(run.all()).not.toMatch(/lint\.log|other\.txt/);
  });

  it('imports a config in JavaScript anew', async () => {
    const cwd = makeTree({
      'docs/a.md': '# A\n\nA dash — here.\n',
      'docs-lint.config.mjs': 'export default { rules: { "no-emdash": "warn" } };',
    });
    const run = start(cwd);
    await run.sees('docs/a.md:3:8: warning');
    await run.sees('Watching for changes');
    writeFileSync(join(cwd, 'docs-lint.config.mjs'), 'export default {};');
    await run.sees('docs/a.md:3:8: error');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s, with nothing cleared before', async (signal) => {
    const cwd = makeTree({ 'docs/a.md': '# A\n' });
    const run = start(cwd, '--format', 'json=report.json');
    await run.sees('Watching for changes');
    run.child.kill(signal);
    expect(await run.ended).toBe(0);
    expect(run.all()).not.toContain('\u001b');
    expect(run.all()).not.toContain('changed.');
  });

  it('sees what is new since a commit, and no more', async () => {
    const { makeRepository } = await import('./harness/make-repository.js');
    const repository = makeRepository({ 'docs/a.md': '# A\n\n[old](old.md)\n' });
    const run = start(repository.directory, '--since', 'HEAD');
    await run.sees('Watching for changes');
    repository.write({ 'docs/a.md': '# A\n\n[old](old.md)\n\n[new](new.md)\n' });
    await run.sees('docs/a.md:5:1: error');
    expect(run.all()).not.toContain('docs/a.md:3:1');
  });

  it.each(['--fix', '--diff', '--staged', '--stdin-filename=docs/a.md'])(
    'does not go with %s',
    async (word) => {
      const cwd = makeTree({ 'docs/a.md': '# A\n' });
      const { status, stderr } = await runCli(['--watch', word], { cwd });
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining(`does not go with \`${word.split('=')[0]}\``),
      ]);
    },
  );
});
