import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../src/report/formats.js';
import { makeRepository } from './harness/make-repository.js';
import { makeTree } from './harness/make-tree.js';
import { places } from './harness/read-report.js';
import { runCli } from './harness/run-cli.js';

function repository() {
  const made = makeRepository({ 'docs/a.md': '# A\n\n[old](old.md)\n', 'docs/b.md': '# B\n' });
  made.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  made.git('checkout', '--quiet', '-b', 'topic');
  made.commit({ 'docs/b.md': '# B\n\n[new](new.md)\n' });
  return made;
}

const isNew = ['docs/b.md:3 broken-links/missing-file'];
const isMore = ['docs/b.md:4 broken-links/missing-file'];

describe('the command line', () => {
  it('says what is new, in every format, and fails by that alone', async () => {
    const { directory: cwd, git } = repository();
    for (const name of formats.keys()) {
      const { status, stdout } = await runCli(['--since', 'main', '--format', name], { cwd });
      expect([name, status, stdout]).toEqual([name, 1, expect.stringContaining('new.md')]);
      // The link graph of the page for the browser shows every page.
      if (name === 'html') continue;
      expect([name, stdout]).not.toEqual([name, expect.stringContaining('old.md')]);
    }
    const { stdout } = await runCli(['--since', 'main'], { cwd });
    expect(stdout).toContain('✖ 1 new problem (1 error, 0 warnings) in 2 pages; 1 other left out\n');
    git('reset', '--quiet', '--hard', 'main');
    expect(await runCli(['--since', 'main'], { cwd })).toMatchObject({
      status: 0,
      stdout: '✔ No new problems in 2 pages; 1 other left out\n',
    });
    expect(await runCli([], { cwd })).toMatchObject({ status: 1 });
  });

  it('says the same again, and notices what changed meanwhile', async () => {
    const { directory: cwd, write, git } = repository();
    const since = async () => places((await runCli(['--since=main', '-f', 'json'], { cwd })).stdout);
    const staged = async () => places((await runCli(['--staged', '-f', 'json'], { cwd })).stdout);
    for (let time = 0; time < 2; time++) expect([await since(), await staged()]).toEqual([isNew, []]);
    write({ 'docs/b.md': '# B\n\n[new](new.md)\n[more](more.md)\n' });
    expect([await since(), await staged()]).toEqual([[...isNew, ...isMore], []]);
    git('add', '--all');
    for (let time = 0; time < 2; time++)
      expect([await since(), await staged()]).toEqual([[...isNew, ...isMore], isMore]);
    git('commit', '--quiet', '--message', 'more');
    expect([await since(), await staged()]).toEqual([[...isNew, ...isMore], []]);
    git('update-ref', 'refs/heads/main', 'HEAD');
    expect([await since(), await staged()]).toEqual([[], []]);
  });

  const zeros = '0'.repeat(40);
  it.each([
    ['GitHub, of a pull request', { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: 'main' }],
    [
      'GitLab, by branch',
      { GITLAB_CI: 'true', CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_COMMIT_BEFORE_SHA: zeros },
    ],
    ['Azure', { TF_BUILD: 'True', SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main' }],
    ['Bitbucket', { BITBUCKET_BUILD_NUMBER: '1', BITBUCKET_PR_DESTINATION_BRANCH: 'main' }],
    ['Buildkite', { BUILDKITE: 'true', BUILDKITE_PULL_REQUEST_BASE_BRANCH: 'main' }],
  ])('takes the base from %s', async (_, env) => {
    const { directory: cwd } = repository();
    const { stdout } = await runCli(['--format', 'json', '--since'], { cwd, env });
    expect(places(stdout)).toEqual(isNew);
  });

  it('takes the base from commits that a CI names', async () => {
    const { directory: cwd, git } = repository();
    const base = git('rev-parse', 'main').trim();
    const event = join(makeTree(), 'event.json');
    writeFileSync(event, JSON.stringify({ before: base }));
    for (const env of [
      { GITLAB_CI: 'true', CI_MERGE_REQUEST_DIFF_BASE_SHA: base },
      { GITLAB_CI: 'true', CI_COMMIT_BEFORE_SHA: base },
      { GITHUB_ACTIONS: 'true', GITHUB_BASE_REF: '', GITHUB_EVENT_PATH: event },
    ]) {
      const { stdout } = await runCli(['--format', 'json', '--since'], { cwd, env });
      expect(places(stdout)).toEqual(isNew);
    }
    writeFileSync(event, JSON.stringify({ before: zeros, merge_group: { base_sha: base } }));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event };
    expect(places((await runCli(['-f', 'json', '--since'], { cwd, env })).stdout)).toEqual(isNew);
  });

  it.each(['a\0b', '--all', 'main', 7])('takes what is no hash for no commit: %j', async (before) => {
    const { directory: cwd } = repository();
    const event = join(makeTree(), 'event.json');
    writeFileSync(event, JSON.stringify({ before }));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: event };
    const { status, stderr } = await runCli(['--since'], { cwd, env });
    expect([status, stderr]).toEqual([2, expect.stringContaining('GitHub says of no branch or commit')]);
  });

  it.each([
    [['--since'], {}, 'this is no run of GitHub, GitLab, Azure, Bitbucket or Buildkite'],
    [
      ['--since'],
      { BUILDKITE: 'true', BUILDKITE_PULL_REQUEST_BASE_BRANCH: '' },
      'Buildkite says of no branch',
    ],
    [['--since'], { GITLAB_CI: 'true', CI_COMMIT_BEFORE_SHA: zeros }, 'GitLab says of no branch'],
    [['--since', 'docs/'], {}, 'names a path'],
    [['--since='], {}, '`--since=` names no ref: what stands behind it is empty'],
    [['--since=--upload-pack=x'], {}, 'is no name that a commit can have'],
    [['--since=^HEAD'], {}, '`^HEAD` is no name that a commit can have'],
    [['--since', 'main', '--staged'], {}, 'are two changes'],
    [['--changed-lines'], {}, '`--changed-lines` needs a change'],
    [['--staged', '--fix'], {}, 'fixes change files'],
    [['--staged', '--diff'], {}, 'fixes change files'],
    [['--since', 'main', '--fix-unsafe'], {}, 'fixes mend old ones too'],
    [['--staged', '--stdin-filename', 'docs/a.md'], {}, 'standard input is no part of that'],
    [['--since', 'main', '--suppress-all'], {}, 'The baseline is of the whole tree'],
    [['--staged', '--prune-baseline'], {}, 'The baseline is of the whole tree'],
  ])('refuses %j with %j', async (words, env, message) => {
    const { directory: cwd } = repository();
    const { status, stdout, stderr } = await runCli(words, { cwd, env });
    expect([status, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });
});
