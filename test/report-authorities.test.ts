import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formats } from '../src/report/formats.js';
import { authorities } from './harness/authorities.js';
import { missing, unpack } from './harness/corpora.js';
import { hostileTexts } from './harness/hostile-texts.js';
import { makeTree } from './harness/make-tree.js';
import { readReport } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';
import {
  azureCommand,
  githubCommand,
  gitlabCommand,
  linesOf,
  teamcityCommand,
  terminalCommand,
} from './harness/runners.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const trees = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'expected.json')));

/** Every report of one run in a tree, by format. */
async function everyReport(cwd: string, ...given: readonly string[]): Promise<Map<string, string>> {
  const out = makeTree();
  const names = [...formats.keys()];
  const asked = names.flatMap((name) => ['--format', `${name}=${join(out, name)}`]);
  const { status, stdout, stderr } = await runCli([...given, ...asked], { cwd });
  expect(stderr).not.toMatch(/crashed/);
  expect({ stdout, status }).toEqual({ stdout: '', status: expect.toSatisfy((one) => one < 3) });
  return new Map(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

async function expectAccepted(reports: ReadonlyMap<string, string>): Promise<void> {
  const { problems, errors = [] } = readReport(reports.get('json') ?? '');
  const counts = { problems: problems.length, failures: errors.length };
  for (const [name, accept] of Object.entries(authorities)) await accept(reports.get(name) ?? '', counts);
}

/** Names that a file can have, and pages that say the same in all places. */
function hostileFiles(): Record<string, string> {
  const names = hostileTexts.map(([, text]) => text.toWellFormed().replaceAll('/', '_').slice(0, 60));
  const pages = names.map((name) => [
    `docs/hostile/${name}.md`,
    `# ${name}\n\n[${name}](<${name.replaceAll('\n', '')} gone.md>) — ${name}\n\n[x](#${name.replaceAll(/\s/g, '')})\n`,
  ]);
  const links = names.map((name) => `[x](<hostile/${encodeURIComponent(name)}.md#none>)\n`).join('\n');
  return { ...Object.fromEntries(pages), 'docs/links.md': `# Links\n\n${links}` };
}

describe.concurrent('every report is taken by what reads its format', () => {
  it.for(trees)('of the fixture %s', async (tree) => {
    const cwd = makeTree();
    cpSync(join(fixtures, tree), cwd, { recursive: true });
    await expectAccepted(await everyReport(cwd));
  });

  it('of a page that cannot be read, and of a clean one', async () => {
    await expectAccepted(await everyReport(makeTree({ 'docs/a.md': Buffer.from([0x23, 0x20, 0xff]) })));
    await expectAccepted(await everyReport(makeTree({ 'docs/a.md': '# A\n' })));
  });

  it.skipIf(process.platform === 'win32')('of hostile names and pages', async () => {
    const reports = await everyReport(makeTree(hostileFiles()), '--rule', 'no-emdash=warn');
    await expectAccepted(reports);
    const json = readReport(reports.get('json') ?? '');
    expect(new Set(json.problems.map(({ path }) => path)).size).toBe(hostileTexts.length + 1);
    expectText(reports);
  });

  it.skipIf(missing('coder') !== '')(
    `of coder, hostile pages added${missing('coder')}`,
    async () => {
      const cwd = await unpack('coder');
      cpSync(makeTree(hostileFiles()), cwd, { recursive: true });
      const reports = await everyReport(
        cwd,
        'docs/',
        '--rule',
        'no-emdash=warn',
        '--rule',
        'markdownlint=off',
      );
      await expectAccepted(reports);
      expectText(reports);
    },
    120_000,
  );
});

/** No reader of a log takes any of it for more than text, save each runner its own commands. */
function expectText(reports: ReadonlyMap<string, string>): void {
  for (const [format, report] of reports) {
    expect([format, terminalCommand(report), gitlabCommand(report)]).toEqual([format, undefined, undefined]);
    const readers = [
      ...(format === 'github' ? [] : [githubCommand]),
      ...(format === 'azure' ? [] : [azureCommand]),
      teamcityCommand,
    ];
    for (const line of linesOf(report))
      for (const read of readers) if (read(line)) expect.unreachable(`${format}: ${line.slice(0, 300)}`);
  }
}
