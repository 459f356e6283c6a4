import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeTree } from './harness/make-tree.js';
import { runCli, runProgram } from './harness/run-cli.js';

const cwd = makeTree({ 'docs/a.md': '# A\n', 'docs x/b.md': '# B\n', 'dot.yaml': '' });

function has(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function script(shell: string): Promise<string> {
  const { status, stdout, stderr } = await runCli(['completions', shell], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const file = join(makeTree(), `completions.${shell}`);
  writeFileSync(file, stdout);
  return file;
}

/** What is typed, and what a shell offers for the last word; not more than the paths there are. */
const cases: readonly (readonly [
  words: readonly string[],
  offered: readonly string[],
  not: readonly string[],
])[] = [
  [['ex'], ['explain'], ['lint']],
  [['explain', 'broken-a'], ['broken-anchors', 'broken-anchors/missing-anchor'], ['broken-links']],
  [['--only', 'no-'], ['no-emdash'], ['broken-links', 'docs']],
  [['--max-warnings', '1', '--for'], ['--format'], ['--fix']],
  [['--format', 'js'], ['json', 'jsonl'], ['junit']],
  [['rules', '--format', ''], ['pretty', 'json'], ['sarif']],
  [['init', '--hook', ''], ['pre-commit', 'husky', 'lefthook'], ['github']],
  [['init', '--c'], ['--ci'], ['--config']],
  [['lint', '--fix-'], ['--fix-unsafe'], ['--fix']],
  [['mv', '--f'], ['--force'], ['--fix', '--format']],
  [['rename-h'], ['rename-heading'], ['rules']],
  [['merge', '--m'], ['--max-warnings'], ['--watch']],
  [['completions', ''], ['bash', 'zsh', 'fish', 'powershell'], ['docs']],
];
const paths: typeof cases = [
  [['do'], ['docs', 'docs x', 'dot.yaml'], []],
  [['--config', 'dot'], ['dot.yaml'], ['docs']],
  [['mv', 'do'], ['docs', 'docs x', 'dot.yaml'], []],
  [['merge', 'dot'], ['dot.yaml'], ['docs']],
  [['--shard-file', 'dot'], ['dot.yaml'], ['docs']],
  [['--cache-dir', 'do'], ['docs', 'docs x'], ['dot.yaml']],
];

describe('completions for bash', () => {
  let file = '';
  beforeAll(async () => {
    file = await script('bash');
  });

  it.each([...cases, ...paths])('%j', async (words, offered, not) => {
    const typed = ['docs-lint', ...words].map((word) => `'${word}'`).join(' ');
    const line = `source '${file}'; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; $(complete -p docs-lint | sed 's/.*-F \\([^ ]*\\) .*/\\1/'); printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = await runProgram('bash', ['--norc', '-c', line], { cwd });
    expect(stderr).toBe('');
    const found = stdout.trimEnd().split('\n');
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });

  it('completes the file of a report', async () => {
    const line = `source '${file}'; COMP_WORDS=(docs-lint -f sarif = do); COMP_CWORD=4; _docs_lint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = await runProgram('bash', ['--norc', '-c', line], { cwd });
    expect(stdout.trimEnd().split('\n').sort()).toEqual(['docs', 'docs x', 'dot.yaml']);
  });
});

describe.skipIf(!has('fish'))(`completions for fish${has('fish') ? '' : ' (skipped: no fish)'}`, () => {
  let file = '';
  beforeAll(async () => {
    file = await script('fish');
  });

  it.each([...cases, ...paths])('%j', async (words, offered, not) => {
    const typed = ['docs-lint', ...words].join(' ');
    const line = `source '${file}'; complete -C '${typed}'`;
    const { stdout } = await runProgram('fish', ['--no-config', '-c', line], { cwd });
    const found = stdout
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t')[0]?.replace(/\/$/, '').replace('\\ ', ' '));
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });
});

describe.skipIf(!has('zsh'))(`completions for zsh${has('zsh') ? '' : ' (skipped: no zsh)'}`, () => {
  let file = '';
  beforeAll(async () => {
    file = await script('zsh');
  });

  it.each([...cases, ...paths])('%j', async (words, offered, not) => {
    const typed = ['docs-lint', ...words].join(' ');
    const { stdout } = await runProgram('zsh', ['-f', '-c', zshCapture(file, typed)], { cwd });
    const found = stdout
      .split(/\r?\n/)
      .filter((row) => row.startsWith('offer:'))
      .map((row) => row.slice('offer:'.length).replace(/\/$/, '').replace('\\ ', ' '));
    expect(found).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(found).not.toContain(word);
  });
});

describe.skipIf(!has('pwsh'))(`completions for PowerShell${has('pwsh') ? '' : ' (skipped: no pwsh)'}`, () => {
  it.each(cases)('%j', async (words, offered) => {
    const file = await script('powershell');
    const typed = ['docs-lint', ...words].join(' ');
    const line = `. '${file}'; (TabExpansion2 '${typed}' ${typed.length}).CompletionMatches.CompletionText`;
    const { stdout } = await runProgram('pwsh', ['-NoProfile', '-Command', line], { cwd });
    expect(stdout.trimEnd().split(/\r?\n/)).toEqual(expect.arrayContaining([...offered]));
  });
});

describe('completions', () => {
  it('are for shells that there are', async () => {
    const { status, stderr } = await runCli(['completions', 'csh'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/bash, zsh, fish, powershell/);
  });

  it('hold every command and every option of --help', async () => {
    const { stdout: help } = await runCli(['--help'], { cwd });
    const options = [...help.matchAll(/(?<= )--[a-z-]+/g)].map(([option]) => option);
    expect(options.length).toBeGreaterThan(15);
    for (const shell of ['bash', 'zsh', 'powershell']) {
      const { stdout } = await runCli(['completions', shell], { cwd });
      for (const option of options) expect(stdout).toContain(option);
    }
  });
});

/** Types into an interactive zsh and prints what is added as matches, a line each, until the completion has ended. */
function zshCapture(file: string, typed: string): string {
  return `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "PS1=; autoload -Uz compinit; compinit -u -D; source '${file}'"
zpty -w z 'compadd() { local -a __found; builtin compadd -O __found "$@"; (( $#__found )) && print -rl -- "" "offer:"\${^__found}; builtin compadd "$@" }'
zpty -w z 'captured() { zle complete-word; print -r -- "the-\${:-end}" }; zle -N captured; bindkey "^I" captured'
zpty -w z 'print ready-\${:-now}'
zpty -r z __text '*ready-now*'
zpty -w -n z ${JSON.stringify(typed)}$'\\t'
zpty -r z __text '*the-end*'
print -r -- "$__text"
zpty -d z
`;
}
