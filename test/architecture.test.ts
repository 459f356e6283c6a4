import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const top = fileURLToPath(new URL('../', import.meta.url));
const leaves = [
  'model',
  'text',
  'errors',
  'glob',
  'import-file',
  'nearest',
  'once',
  'own-text',
  'page-nodes',
  'paths',
  'quote',
  'toml',
  'walk',
  'yaml',
  'yaml-tree',
];

/** Who may import whom, besides its own room and npm packages. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: ['history', 'page-nodes', 'result'],
  history: ['model'],
  result: ['model'],
  text: ['model'],
  errors: ['model'],
  glob: ['model'],
  'import-file': [],
  nearest: [],
  once: [],
  'own-text': [],
  'page-nodes': [],
  paths: ['model'],
  quote: ['model', 'text'],
  toml: ['model'],
  yaml: ['model'],
  'yaml-tree': ['model'],
  walk: [],
  source: leaves,
  pattern: ['model', 'once', 'quote'],
  rule: [...leaves, 'source', 'pattern'],
  markdown: leaves,
  trace: [],
  host: [...leaves, 'trace'],
  site: [...leaves, 'markdown', 'host'],
  facts: [...leaves, 'markdown'],
  project: [...leaves, 'markdown', 'host', 'site'],
  cache: [...leaves, 'trace'],
  engine: [...leaves, 'markdown', 'host', 'site', 'facts', 'project', 'cache', 'rule'],
  fix: [...leaves, 'markdown'],
  refactor: [...leaves, 'markdown', 'host', 'facts', 'cache', 'engine', 'fix', 'rule'],
  config: [...leaves, 'host', 'rule', 'trace'],
  session: [
    ...leaves,
    'markdown',
    'trace',
    'host',
    'site',
    'project',
    'cache',
    'engine',
    'fix',
    'refactor',
    'config',
    'rule',
  ],
  report: ['model', 'once', 'text'],
  browser: ['report'],
  index: [...leaves, 'session'],
  cli: [...leaves, 'trace', 'cache', 'engine', 'session', 'report', 'index'],
  rules: ['rule', 'model', 'text', 'errors'],
};

/** Only these open files; only the command line writes to the terminal. */
const onDisk = ['trace', 'host', 'config', 'cache', 'engine', 'cli'];

function sources(directory: string): string[] {
  return readdirSync(join(top, directory), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(directory, name));
}

/** `src/host/disk.ts` is in `host`, `src/model.ts` is `model`, and each rule is a room of its own. */
function roomOf(file: string): string {
  const [first, second = ''] = file.split('/');
  return first === 'rules' ? `rules/${second}` : second.replace(/\.[jt]sx?$/, '');
}

const files = [...sources('src'), ...sources('rules')];

function importsOf(file: string): string[] {
  const text = readFileSync(join(top, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string);
}

describe('architecture', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file);
    const may = allowed[room.split('/')[0] as string];
    expect(may, `the room of ${file} is not known`).toBeDefined();
    const wrong = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(relative(top, resolve(top, dirname(file), name))))
      .filter((other) => other !== room && !may?.includes(other));
    expect(wrong).toEqual([]);
  });

  it('keeps the disk to those whose business it is', () => {
    const wrong = files
      .filter((file) => !onDisk.includes(roomOf(file)))
      .filter((file) => importsOf(file).some((name) => /^(?:node:)?(?:fs|child_process)/.test(name)));
    expect(wrong).toEqual([]);
  });

  it('keeps the terminal to the command line', () => {
    const wrong = files
      .filter((file) => roomOf(file) !== 'cli')
      .filter((file) => /process\.std(?:out|err)|console\./.test(readFileSync(join(top, file), 'utf8')));
    expect(wrong).toEqual([]);
  });

  it('takes into the browser nothing but types of ours', () => {
    const wrong = sources('src/browser').filter((file) =>
      /^import (?!type )[^;]*'\.\.\/[^']*';$/m.test(readFileSync(join(top, file), 'utf8')),
    );
    expect(wrong).toEqual([]);
  });

  it('knows no rule by name outside of its folder, save in presets', () => {
    const ids = readdirSync(join(top, 'rules'));
    const wrong = sources('src')
      .filter((file) => !/preset|model\.ts/.test(file))
      .filter((file) => ids.some((id) => importsOf(file).some((name) => name.includes(`rules/${id}`))));
    expect(wrong).toEqual([]);
  });
});
