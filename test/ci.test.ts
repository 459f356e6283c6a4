import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeTree } from './harness/make-tree.js';
import { binary, cleanEnvironment, type Outcome, runProgram } from './harness/run-cli.js';

const top = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(top, path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly script?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = parse(read('action.yml')) as Action;

const files = {
  'docs/a.md': '# A\n\n[gone](gone.md)\n',
  'docs/b.md': '# B\n',
  'clean/c.md': '# C\n',
};

/** Runs the steps of the action as a runner does, with these inputs. Stops at the first that fails. */
async function runAction(given: Readonly<Record<string, string>>, cwd = makeTree(files)): Promise<Outcome> {
  let last: Outcome = { status: 0, stdout: '', stderr: '' };
  for (const { run = '', env = {} } of action.runs.steps) {
    const variables = Object.entries(env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1] ?? '';
      return [name, given[input] ?? action.inputs[input]?.default ?? ''];
    });
    last = await runProgram('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', run], {
      cwd,
      env: { ...Object.fromEntries(variables), GITHUB_ACTION_PATH: top, GITHUB_ACTIONS: 'true' },
    });
    if (last.status !== 0) return last;
  }
  return last;
}

describe('the action', () => {
  it('puts no input into a script, and hands every one of them over', () => {
    const { steps, using } = action.runs;
    expect(using).toBe('composite');
    for (const { run, shell } of steps) {
      expect(run).not.toContain('${{');
      expect(shell).toBe('bash');
    }
    const handed = steps.flatMap(({ env = {} }) => Object.values(env)).sort();
    expect(handed).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .sort(),
    );
  });

  it('uses no other action that could be another one tomorrow', () => {
    for (const { uses } of action.runs.steps) expect(uses ?? `@${'0'.repeat(40)}`).toMatch(/@[0-9a-f]{40}$/);
  });

  it('is in the package of no one', () => {
    const { files: packed } = JSON.parse(read('package.json')) as { files: readonly string[] };
    expect(packed.some((path) => path.includes('.ci') || path.includes('action'))).toBe(false);
  });

  it('says what is wrong beside its lines, and fails', async () => {
    const { status, stdout } = await runAction({});
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=docs\/a\.md,line=3/m);
  });

  it('takes paths, a config and further arguments', async () => {
    expect((await runAction({ paths: 'clean' })).status).toBe(0);
    expect((await runAction({ paths: 'docs/b.md\n\nclean/c.md\n' })).status).toBe(0);
    expect((await runAction({ arguments: '--rule\nbroken-links=off' })).status).toBe(0);
    expect((await runAction({ 'max-warnings': '0', paths: 'clean' })).status).toBe(0);
    const cwd = makeTree({ ...files, 'c d.json': '{ "rules": { "broken-links": "off" } }' });
    expect((await runAction({ config: 'c d.json' }, cwd)).status).toBe(0);
    const inside = makeTree({ 'a b/docs/x.md': '[gone](gone.md)\n' });
    expect((await runAction({ 'working-directory': 'a b' }, inside)).stdout).toMatch(/docs\/x\.md/);
  });

  it.each([
    '$(touch pwned)',
    '`touch pwned`',
    '"; touch pwned; "',
    "'; touch pwned; '",
    '&& touch pwned',
    '| touch pwned #',
    'docs\n$(touch pwned)',
    '$IFS;touch$IFS$9pwned',
    '*',
    '--fix',
    '--config=/etc/passwd',
    '-c',
    '\\0',
  ])('takes %j for text, whatever input it is', async (hostile) => {
    for (const input of Object.keys(action.inputs).filter((name) => name !== 'arguments')) {
      const cwd = makeTree(files);
      const { status } = await runAction({ [input]: hostile }, cwd);
      expect([0, 1, 2]).toContain(status);
      expect(existsSync(join(cwd, 'pwned'))).toBe(false);
      expect(readdirSync(cwd).sort()).toEqual(['clean', 'docs']);
      expect(readFileSync(join(cwd, 'docs/a.md'), 'utf8')).toBe(files['docs/a.md']);
    }
  });
});

/** The examples of a section of docs/ci.md. */
function examples(heading: string): readonly string[] {
  const section =
    read('docs/ci.md')
      .split(/^## /m)
      .find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```yaml\n(.*?)^```$/gms)].map((match) => match[1] as string);
}

/** Runs lines as a service does where docs-lint is among the dependencies of a project, and these are installed. */
async function runLines(
  lines: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome & { cwd: string }> {
  const cwd = makeTree(files);
  const bin = makeTree({
    npm: '#!/bin/sh\n[ "$*" = ci ]\n',
    npx: `#!/bin/sh\n[ "$1" = docs-lint ] || exit 9\nshift\nexec "${process.execPath}" "${binary}" "$@"\n`,
  });
  for (const name of ['npm', 'npx']) chmodSync(join(bin, name), 0o755);
  const { PATH = '' } = cleanEnvironment();
  const outcome = await runProgram('bash', ['-e', '-o', 'pipefail', '-c', lines.join('\n')], {
    cwd,
    env: { ...env, PATH: `${bin}:${PATH}` },
  });
  return { cwd, ...outcome };
}

describe('the examples for services', () => {
  it('GitHub: the job reads and no more, and its lines run', async () => {
    const [workflow = '', ...rest] = examples('GitHub');
    const { permissions, jobs } = parse(workflow) as {
      permissions: unknown;
      jobs: Record<string, { readonly steps: readonly Step[] }>;
    };
    expect(permissions).toEqual({ contents: 'read' });
    expect(workflow).not.toMatch(/run:.*\$\{\{/);
    const steps = jobs['docs-lint']?.steps ?? [];
    const lines = steps.flatMap(({ run }) => run ?? []);
    const { status, stdout } = await runLines(lines, { GITHUB_ACTIONS: 'true' });
    expect({ status, isShown: stdout.includes('::error file=docs/a.md') }).toEqual({
      status: 1,
      isShown: true,
    });
    for (const one of rest) expect(parse(one)).toBeTypeOf('object');
  });

  it('GitHub: the action is named by a commit, with inputs that it has', () => {
    const used = examples('GitHub').flatMap((text) => {
      const steps: unknown = parse(text);
      return Array.isArray(steps) ? (steps as { uses?: string; with?: Record<string, string> }[]) : [];
    });
    const own = used.filter(({ uses }) => uses?.includes('docs-lint@'));
    expect(own).toHaveLength(1);
    expect(own[0]?.uses).toMatch(/@[0-9a-f]{40}$/);
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(own[0]?.with ?? {})));
  });

  it('GitLab: the job leaves the report that it names', async () => {
    const [text = ''] = examples('GitLab');
    const { 'docs-lint': job } = parse(text) as {
      'docs-lint': {
        readonly script: readonly string[];
        readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } };
      };
    };
    const { status, cwd } = await runLines(job.script, { GITLAB_CI: 'true' });
    expect(status).toBe(1);
    expect(job.artifacts.when).toBe('always');
    const report = JSON.parse(
      readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'),
    ) as unknown[];
    expect(report).toHaveLength(1);
  });

  it('Azure: the steps show what is wrong', async () => {
    const [text = ''] = examples('Azure Pipelines');
    const { steps } = parse(text) as { steps: readonly Step[] };
    const { status, stdout } = await runLines(
      steps.flatMap(({ script }) => script ?? []),
      { TF_BUILD: 'True' },
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^##vso\[task\.logissue type=error;sourcepath=docs\/a\.md/m);
  });
});
