import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Earlier } from '../src/cache/answers.js';
import { openCache } from '../src/cache/open-cache.js';
import { shownBefore } from '../src/cli/shown-before.js';
import type { Step } from '../src/engine/watch.js';
import { pretty } from '../src/report/pretty.js';
import type { LintOptions, LintResult } from '../src/session/lint.js';
import { lintAfter } from '../src/session/lint-after.js';
import { watch } from '../src/session/watch.js';
import { changesSince } from '../src/trace/is-unchanged.js';
import type { Trace } from '../src/trace/trace.js';
import { holds } from './harness/holds.js';
import { makeTree } from './harness/make-tree.js';

const pages = ['docs/a.md', 'docs/b.md', 'docs/sub/c.md', 'docs/sub/d.md', 'docs/e.mdx', 'docs/_f.md'];
const to = [
  'a.md',
  'b.md',
  '../a.md',
  'sub/c.md',
  'd.md',
  '_f.md',
  'gone.md',
  '/b',
  '',
  '../src/x.go',
  'sub',
];
const ids = ['one', 'two', 'One', 'L2', 'L9', 'own', 'slug', 'two-1', 'none'];

/** Lines of pages, each of which something is made of. */
const line = fc.oneof(
  fc.constantFrom(
    '# One',
    '## Two',
    '## Two',
    '### Own',
    'Two\n---',
    '<h2 id="own">Own</h2>',
    '<a id="one"></a>',
  ),
  fc.tuple(fc.constantFrom(...to), fc.constantFrom(...ids)).map(([path, id]) => `[link](${path}#${id})`),
  fc.constantFrom(...to).map((path) => `[link](${path}) and ![picture](${path})`),
  fc.constantFrom(
    'A dash — here.',
    '[no][reference]',
    'Some words.',
    'More words.',
    '',
    '',
    '- item',
    '<Part />',
  ),
  fc.constantFrom(
    '<!-- docs-lint-disable-next-line -->',
    '<!-- docs-lint-disable-line no-emdash --> —',
    '<!-- docs-lint-disable broken-links -->',
    '<!-- docs-lint-enable broken-links -->',
    '<!-- docs-lint-disable-file broken-anchors -->',
    '<!-- docs-lint-disable-next-line no-such-rule -->',
    '<!-- docs-lint-values src/x.go Client -->\n\n- `x`\n- `y`',
  ),
  fc.constantFrom(
    "import Part from './_f.md'",
    '<!--@include: ./_f.md-->',
    '<!--@include: ./sub/c.md#own-->',
    '--8<-- "docs/_f.md"',
    '{{#include _f.md}}',
    '```go file=src/x.go#L1-L2\npackage x\n```',
    '```go file=docs/a.md#L1-L1\nwords\n```',
    '[own](https://github.com/o/r/blob/main/docs/b.md#two)',
    '(own)=\n## Labelled',
    '[own](#own) and [one](#one)',
    '```{toctree}\na\nsub/c\ngone\n```',
    '**Words**{ #own }',
    '[Two][]',
  ),
);
const head = fc.constantFrom(
  '',
  '',
  '',
  '---\nslug: /slug\n---\n',
  '---\ntitle: T\npermalink: /x/\n---\n',
  '---\n[\n---\n',
);
const text = fc
  .tuple(head, fc.array(line, { maxLength: 9 }))
  .map(([top, lines]) => `${top}${lines.join('\n\n')}\n`);

const edit = fc.record({
  kind: fc.constantFrom(
    'insert',
    'insert',
    'insert',
    'append',
    'cut',
    'swap',
    'words',
    'words',
    'words',
    'words',
    'all',
    'config',
    'remove',
    'code',
    'commit',
  ),
  page: fc.constantFrom(...pages),
  at: fc.nat(),
  line,
  text,
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const configs = ['{}', '{ "rules": { "no-emdash": "warn" } }', '{ "rules": { "orphan-pages": "warn" } }'];
const sites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  none: {},
  manifest: { 'docs/manifest.json': '{ "routes": [{ "title": "A", "path": "./a.md" }] }' },
  mkdocs: { 'mkdocs.yml': 'site_name: x\nmarkdown_extensions: [pymdownx.snippets]\n' },
  vitepress: { 'docs/.vitepress/config.js': 'export default {};\n' },
  docusaurus: {
    'docusaurus.config.js': 'module.exports = {};\n',
    'package.json': '{ "dependencies": { "@docusaurus/core": "3.0.0" } }',
  },
  jekyll: { 'docs/_config.yml': 'title: x\n' },
  mdbook: { 'book.toml': '[book]\nsrc = "docs"\n', 'docs/SUMMARY.md': '- [A](a.md)\n' },
  hugo: { 'hugo.toml': 'contentDir = "docs"\n' },
  sphinx: { 'docs/conf.py': "extensions = ['myst_parser']\n" },
};

function apply(root: string, one: Edit): void {
  const { kind, page, at } = one;
  const write = (name: string, what: string): void => writeFileSync(join(root, name), what);
  if (kind === 'config') write('docs-lint.config.json', configs[at % configs.length] ?? '');
  else if (kind === 'code') write('src/x.go', `package x\n\nconst A Client = "${at % 3}"\n`);
  else if (kind === 'remove') rmSync(join(root, page), { force: true });
  else if (kind === 'commit') commit(root);
  else write(page, edited(existsSync(join(root, page)) ? readFileSync(join(root, page), 'utf8') : '', one));
}

/** The file that is changed. */
function fileOf({ kind, page }: Edit): string {
  return kind === 'config' ? 'docs-lint.config.json' : kind === 'code' ? 'src/x.go' : page;
}

function edited(before: string, { kind, at, line, text }: Edit): string {
  const lines = before.split('\n');
  const place = at % (lines.length + 1);
  if (kind === 'insert') lines.splice(place, 0, '', line, '');
  if (kind === 'append') lines.push(line, '');
  if (kind === 'cut') lines.splice(place, 1);
  if (kind === 'swap') lines.splice(place, 1, line);
  if (kind === 'words') lines.splice(place, 0, ...['', 'Words.', ''].slice(at % 3));
  return kind === 'all' ? text : lines.join('\n');
}

function commit(root: string): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  for (const words of [
    ['add', '-A'],
    [...who, 'commit', '-q', '--allow-empty', '-m', 'change'],
  ]) {
    try {
      execFileSync('git', words, { cwd: root, stdio: 'ignore' });
    } catch {
      // There is no repository.
    }
  }
}

interface Told {
  readonly told: string;
  readonly trace?: Trace | undefined;
  readonly left?: string;
  /** What people are shown. */
  readonly answer?: Answer;
  /** How many problems are shown by a text that was there before. */
  readonly reused?: number;
  /** How often a rule was asked about the whole tree, for sources or for findings. */
  readonly asked: number;
}

function toldOf({ problems, failures, notes, summary }: LintResult): string {
  return JSON.stringify({ problems, failures, notes, summary });
}

/** The report for people, as far as it is known in the words of an earlier one. */
function show(found: LintResult, earlier?: Answer): Pick<Told, 'answer' | 'reused'> {
  const before = shownBefore(found, earlier);
  let reused = 0;
  const shown: typeof before = {
    ...before,
    of(problem) {
      const text = before.of(problem);
      if (text !== undefined) reused++;
      return text;
    },
  };
  const tool = { name: 'docs-lint', version: '0' };
  const context = { tool, color: 1, hyperlinks: true, width: 80, root: found.workspace, shown } as const;
  const texts = pretty.render(found, { ...context, text: (path) => found.text(path) });
  const output = [...texts].map((text) => [1, text] as const);
  return { answer: { output, status: 0, problems: shown.places(output), asked: '' }, reused };
}

/** All that a run tells, or why there is no run. */
async function tell(options: LintOptions, cache?: string, earlier?: Earlier, told?: Answer): Promise<Told> {
  let asked = 0;
  const count = <T>({ phase, path }: Step, work: () => T): T => {
    if (phase === 'rule' && path === undefined) asked++;
    return work();
  };
  try {
    const around = cache === undefined ? {} : { cache: () => openCache(cache, 'key') };
    const found = await lintAfter({ ...options, watch: count, cache: cache !== undefined }, earlier, around);
    const trace = found.failures.length > 0 ? undefined : found.trace?.();
    return { ...show(found, told), told: toldOf(found), trace, left: JSON.stringify(found.kept?.()), asked };
  } catch (error) {
    return { told: String(error), asked };
  }
}

const commands: readonly LintOptions[] = [
  {},
  { rules: new Map([['no-emdash', 'off']]) },
  { paths: ['docs/b.md'] },
];

/** A tree to walk through. */
function treeOf(site: string, isRepository: boolean, texts: readonly string[]): string {
  const root = makeTree({
    'docs-lint.config.json': '{}',
    'src/x.go': 'package x\n\ntype Client string\n\nconst A Client = "x"\n',
    ...sites[site],
    ...Object.fromEntries(pages.map((page, index) => [page, texts[index] ?? ''])),
  });
  if (!isRepository) return root;
  execFileSync('git', ['init', '-q'], { cwd: root });
  execFileSync('git', ['remote', 'add', 'origin', 'https://github.com/o/r.git'], { cwd: root });
  commit(root);
  return root;
}

/** Goes through edits as a user does, with two command lines by turns, and counts the runs that looked into few pages. */
async function walk(
  site: string,
  isRepository: boolean,
  texts: readonly string[],
  edits: readonly Edit[],
  counts: { short: number; all: number; reused: number },
) {
  const root = treeOf(site, isRepository, texts);
  const cache = makeTree();
  const known = new Map<number, Told>();
  for (const [step, one] of [undefined, ...edits].entries()) {
    if (one) apply(root, one);
    const which = one && one.at % 7 === 0 ? 1 + (step % 2) : 0;
    const options = { cwd: root, ...commands[which] };
    const before = known.get(which);
    const changes = before?.trace && (await changesSince(before.trace));
    const fresh = await tell(options);
    if (changes?.files.size === 0 && changes.git.size === 0) {
      expect(before?.told).toBe(fresh.told);
      continue;
    }
    const { trace, left } = before ?? {};
    const earlier =
      changes && trace && left ? { trace, changes, left: () => JSON.parse(left) as unknown } : undefined;
    const now = await tell(options, cache, earlier, earlier && before?.answer);
    expect(now.told).toBe(fresh.told);
    expect(now.answer?.output).toEqual(fresh.answer?.output);
    counts.reused += now.reused ?? 0;
    if (earlier) counts.all++;
    if (earlier && now.asked < fresh.asked) counts.short++;
    known.set(which, now);
  }
}

/** The same while somebody watches; what git is told in the meantime is not noticed. */
async function watchWalk(
  site: string,
  isRepository: boolean,
  texts: readonly string[],
  edits: readonly Edit[],
  counts: { short: number; all: number },
): Promise<void> {
  const root = treeOf(site, isRepository, texts);
  let asked = 0;
  const count = <T>({ phase, path }: Step, work: () => T): T => {
    if (phase === 'rule' && path === undefined) asked++;
    return work();
  };
  const checks = watch({ cwd: root, cache: false, watch: count });
  let changed: ReadonlySet<string> | undefined;
  for (const one of [undefined, ...edits]) {
    if (one?.kind === 'commit') continue;
    if (one) apply(root, one);
    asked = 0;
    const fresh = await tell({ cwd: root });
    let told: string;
    try {
      told = toldOf(await checks.check(changed && one ? new Set([join(root, fileOf(one))]) : changed));
    } catch (error) {
      told = String(error);
    }
    expect(told).toBe(fresh.told);
    changed = new Set();
    counts.all++;
    if (asked < fresh.asked) counts.short++;
  }
  checks.close();
}

const walks = fc.tuple(
  fc.array(text, { minLength: 6, maxLength: 6 }),
  fc.array(edit, { minLength: 4, maxLength: 12 }),
);
const places = Object.keys(sites).flatMap((site) => [[site, false] as const, [site, true] as const]);

describe('a run after little has changed', () => {
  it.each(places)('tells what a run anew tells (%s, git: %s)', async (site, isRepository) => {
    const counts = { short: 0, all: 0, reused: 0 };
    await holds(walks, ([texts, edits]) => walk(site, isRepository, texts, edits, counts), 2);
    expect(counts.short).toBeGreaterThan(counts.all / 3);
    expect(counts.reused).toBeGreaterThan(0);
  });

  it.each(places)('so does one that goes on (%s, git: %s)', async (site, isRepository) => {
    const counts = { short: 0, all: 0 };
    await holds(walks, ([texts, edits]) => watchWalk(site, isRepository, texts, edits, counts), 2);
    expect(counts.short).toBeGreaterThan(counts.all / 4);
  });
});
