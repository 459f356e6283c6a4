import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Rewritten, writeFiles } from '../src/host/write-files.js';
import { makeTree } from './harness/make-tree.js';

const old = (name: string): string => `# ${name}\n${'old '.repeat(5000)}\n`;
const now = (name: string): string => `# ${name}\n${'new words '.repeat(3000)}\n`;
const names = Array.from({ length: 8 }, (_, index) => `docs/${index}.md`);

function tree(): string {
  return makeTree(Object.fromEntries(names.map((name) => [name, old(name)])));
}

function rewritten(): Rewritten[] {
  return names.map((path) => ({ path, before: old(path), after: now(path) }));
}

function textsIn(directory: string): string[] {
  return names.map((name) => readFileSync(join(directory, name), 'utf8'));
}

function leftOvers(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.tmp'),
  );
}

/** Whatever goes wrong, nothing has changed. */
function expectUntouched(directory: string, write: () => void, message: RegExp | string): void {
  const before = names.map(
    (name) => existsSync(join(directory, name)) && readFileSync(join(directory, name)),
  );
  expect(write).toThrow(message);
  expect(
    names.map((name) => existsSync(join(directory, name)) && readFileSync(join(directory, name))),
  ).toEqual(before);
  expect(leftOvers(directory)).toEqual([]);
}

describe('files are written all or none', () => {
  it('when all is well', () => {
    const directory = tree();
    writeFiles(directory, rewritten());
    expect(textsIn(directory)).toEqual(names.map(now));
    expect(leftOvers(directory)).toEqual([]);
  });

  it('when one has changed since it was read', () => {
    const directory = tree();
    writeFileSync(join(directory, 'docs/7.md'), 'Somebody else was here.\n');
    expectUntouched(
      directory,
      () => writeFiles(directory, rewritten()),
      'it has changed since it was read. Nothing was written.',
    );
  });

  it('when one is gone, read-only, a directory, or outside by a link', () => {
    const spoil: readonly [(file: string) => void, RegExp][] = [
      [(file) => rmSync(file), /docs\/7\.md: cannot be fixed: it is no longer there|it is no longer there/],
      [(file) => chmodSync(file, 0o444), /it is read-only/],
      [(file) => [rmSync(file), mkdirSync(file)], /it is no file/],
      [
        (file) => {
          rmSync(file);
          symlinkSync(join(makeTree({ 'x.md': old('docs/7.md') }), 'x.md'), file);
        },
        /out of the workspace/,
      ],
    ];
    for (const [change, message] of spoil) {
      const directory = tree();
      change(join(directory, 'docs/7.md'));
      expect(() => writeFiles(directory, rewritten())).toThrow(message);
      expect(readFileSync(join(directory, 'docs/0.md'), 'utf8')).toBe(old('docs/0.md'));
      expect(leftOvers(directory)).toEqual([]);
    }
  });

  it('when two names lead to the same file', () => {
    const directory = tree();
    rmSync(join(directory, 'docs/7.md'));
    symlinkSync('0.md', join(directory, 'docs/7.md'));
    const files = [rewritten()[0] as Rewritten, { path: 'docs/7.md', before: old('docs/0.md'), after: 'x' }];
    expectUntouched(directory, () => writeFiles(directory, files), /it is there twice/);
  });

  it('and a second name of a file on the disk keeps what it had', () => {
    const directory = tree();
    linkSync(join(directory, 'docs/0.md'), join(directory, 'copy.md'));
    writeFiles(directory, rewritten());
    expect(readFileSync(join(directory, 'copy.md'), 'utf8')).toBe(old('docs/0.md'));
  });
});

describe('a process that is ended while it writes', () => {
  const held = fileURLToPath(new URL('../src/cli/hold-signals.ts', import.meta.url));
  const write = fileURLToPath(new URL('../src/host/write-files.ts', import.meta.url));
  let script = '';
  let texts = '';

  beforeAll(async () => {
    const directory = makeTree({
      'main.ts': `
        import { readFileSync } from 'node:fs';
        import { holdSignals } from ${JSON.stringify(held)};
        import { writeFiles } from ${JSON.stringify(write)};
        const { names, texts } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
        const swap = (from, to) => names.map((path, at) => ({ path, before: texts[from][at], after: texts[to][at] }));
        process.stdout.write('ready');
        const parent = process.ppid;
        for (let round = 0; process.ppid === parent; round++)
          await holdSignals(() => writeFiles(process.argv[3], swap(round % 2, (round + 1) % 2)));
      `,
    });
    script = join(directory, 'main.mjs');
    texts = join(directory, 'texts.json');
    writeFileSync(texts, JSON.stringify({ names, texts: [names.map(old), names.map(now)] }));
    const bundle = await rolldown({
      input: join(directory, 'main.ts'),
      platform: 'node',
      external: /^node:/,
    });
    await bundle.write({ file: script, format: 'esm' });
  });

  /** Starts to write the files again and again, and ends it at some moment. */
  async function endWith(
    signal: NodeJS.Signals,
    delay: number,
  ): Promise<{ directory: string; by: string | null }> {
    const directory = tree();
    const child = spawn(process.execPath, [script, texts, directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const by = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    // A signal that comes as the process stops to listen is lost; whoever means it sends another one.
    const timer = setInterval(() => child.kill(signal), 1 + delay);
    return { directory, by: await by.finally(() => clearInterval(timer)) };
  }

  it('leaves each file as it was or as it is to be, never half, wherever it is killed', async () => {
    for (let round = 0; round < 50; round++) {
      const delays = Array.from({ length: 4 }, (_, index) => ((round * 4 + index) * 7) % 43);
      for (const { directory } of await Promise.all(delays.map((delay) => endWith('SIGKILL', delay)))) {
        for (const [index, text] of textsIn(directory).entries()) {
          const name = names[index] as string;
          expect([old(name), now(name)].includes(text), `${name} in round ${round}`).toBe(true);
        }
      }
    }
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves nothing undone or lying about after %s',
    async (signal) => {
      const delays = Array.from({ length: 10 }, (_, round) => round * 3);
      for (const { directory, by } of await Promise.all(delays.map((delay) => endWith(signal, delay)))) {
        expect(by).toBe(signal);
        const found = textsIn(directory);
        const isOld = found[0] === old(names[0] as string);
        expect(found).toEqual(names.map(isOld ? old : now));
        expect(leftOvers(directory)).toEqual([]);
      }
    },
  );
});
