import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a CI says of the change that it checks: the branch that it is to go into, or the commit before it. */
export function ciBase(env: Environment): string {
  const found = [github, gitlab, azure, bitbucket, buildkite]
    .map((read) => read(env))
    .find((one) => one !== undefined);
  if (found === undefined) {
    throw new UserError(
      '`--since` names no ref, and this is no run of GitHub, GitLab, Azure, Bitbucket or Buildkite. Name one, as in `--since origin/main`.',
    );
  }
  if (found.base !== undefined) return found.base;
  throw new UserError(
    `\`--since\` names no ref, and ${found.name} says of no branch or commit that this run is compared with. Name one, as in \`--since=origin/main\`, or leave \`--since\` out where no change is checked.`,
  );
}

interface Found {
  readonly name: string;
  readonly base: string | undefined;
}

function github(env: Environment): Found | undefined {
  if (env.GITHUB_ACTIONS !== 'true') return undefined;
  const event = eventOf(env.GITHUB_EVENT_PATH);
  const base = branch(env.GITHUB_BASE_REF) ?? commit(event?.merge_group?.base_sha) ?? commit(event?.before);
  return { name: 'GitHub', base };
}

function gitlab(env: Environment): Found | undefined {
  if (env.GITLAB_CI === undefined) return undefined;
  const base =
    commit(env.CI_MERGE_REQUEST_DIFF_BASE_SHA) ??
    branch(env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME) ??
    commit(env.CI_COMMIT_BEFORE_SHA);
  return { name: 'GitLab', base };
}

function azure(env: Environment): Found | undefined {
  if (env.TF_BUILD === undefined) return undefined;
  return { name: 'Azure', base: branch(env.SYSTEM_PULLREQUEST_TARGETBRANCH) };
}

function bitbucket(env: Environment): Found | undefined {
  if (env.BITBUCKET_BUILD_NUMBER === undefined) return undefined;
  return { name: 'Bitbucket', base: branch(env.BITBUCKET_PR_DESTINATION_BRANCH) };
}

function buildkite(env: Environment): Found | undefined {
  if (env.BUILDKITE !== 'true') return undefined;
  return { name: 'Buildkite', base: branch(env.BUILDKITE_PULL_REQUEST_BASE_BRANCH) };
}

/** A branch as a clone of a CI has it. */
function branch(name: string | undefined): string | undefined {
  return name ? `origin/${name.replace(/^refs\/heads\//, '')}` : undefined;
}

/** Zeros stand for no commit at all, and what is no hash is nothing that a CI says of one. */
function commit(hash: unknown): string | undefined {
  return typeof hash === 'string' && /^(?!0+$)[0-9a-f]{7,64}$/i.test(hash) ? hash : undefined;
}

interface GithubEvent {
  readonly before?: unknown;
  readonly merge_group?: { readonly base_sha?: unknown };
}

function eventOf(file: string | undefined): GithubEvent | undefined {
  try {
    return JSON.parse(readFileSync(file ?? '', 'utf8')) as GithubEvent;
  } catch {
    return undefined;
  }
}
