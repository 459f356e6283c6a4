import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import type { World } from '../trace/world.js';
import { namesFrom } from './git-files.js';

const load = createRequire(import.meta.url);

/**
 * The commit where the work tree left `ref`: the best that both have in common. Throws UserError, with the command that
 * helps, where this clone does not hold enough to tell.
 */
export function mergeBase(world: World, root: string, ref: string): string {
  const head = commitOf(world, root, 'HEAD');
  if (head === undefined) requireGit(root, '--since');
  if (head === undefined) {
    throw new UserError(
      'There is no commit yet, so nothing to compare with. Use `--staged`: all that is staged is new.',
    );
  }
  const theirs = /^$|^[-^]|\0/.test(ref) ? undefined : commitOf(world, root, ref);
  if (theirs === undefined) throw new UserError(unknownCommit(world, root, ref));
  const base = ask(world, root, ['merge-base', head, theirs]);
  if (base !== undefined) return base;
  throw new UserError(
    isShallow(world, root)
      ? `This clone is too shallow to tell where it left \`${ref}\`. Fetch its history with \`git fetch --unshallow origin\`, then run docs-lint again.`
      : `\`${ref}\` and what is checked out have no commit in common. Name a ref that they have both come from.`,
  );
}

/** What the index is compared with: HEAD, or the tree that holds nothing where there is no commit yet. */
export function headOrNothing(world: World, root: string): string {
  return (
    commitOf(world, root, 'HEAD') ?? ask(world, root, ['hash-object', '-t', 'tree', '--stdin']) ?? 'HEAD'
  );
}

/** Throws UserError where git is not there, or says that this is no work tree of its. */
export function requireGit(root: string, option: string): void {
  const { spawnSync } = load('node:child_process') as typeof import('node:child_process');
  const ran = spawnSync('git', ['rev-parse', '--is-inside-work-tree'], { cwd: root, encoding: 'utf8' });
  if ((ran.error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    throw new UserError(
      `\`${option}\` asks git, and there is no git here. Install it, or leave the option out.`,
    );
  }
  if (ran.status === 0 && ran.stdout.trim() === 'true') return;
  const [reason = ''] = ran.stderr.trim().split('\n');
  const why = /dubious ownership/.test(reason)
    ? ` Git says: ${reason.replace(/^fatal: /, '')}.`
    : ' Leave the option out, or run docs-lint in one.';
  throw new UserError(
    `\`${option}\` compares with what git has, and ${root} is in no work tree of git.${why}`,
  );
}

function unknownCommit(world: World, root: string, ref: string): string {
  if (ref === '')
    return '`--since=` names no ref: what stands behind it is empty. Name one, as in `--since=origin/main`.';
  if (/^[-^]|\0/.test(ref))
    return `\`${ref}\` is no name that a commit can have. Name a branch, a tag or a commit, as in \`--since=origin/main\`.`;
  if (world.kind(resolve(root, ref)) || world.kind(resolve(ref))) {
    return `\`--since ${ref}\` names a path, and a commit is meant. Write \`--since=<ref> ${ref}\`.`;
  }
  const shallow = isShallow(world, root) ? ' --unshallow' : '';
  const remote = (namesFrom(world, root, ['remote']) ?? []).flatMap((lines) => lines.split('\n'));
  const [name = '', ...rest] = ref.split('/');
  const branch = rest.join('/');
  if (branch !== '' && (remote.includes(name) || name === 'origin') && /^[\w./-]+$/.test(branch)) {
    const spec = `+refs/heads/${branch}:refs/remotes/${name}/${branch}`;
    return `This clone does not have \`${ref}\`. Fetch it with \`git fetch --no-tags${shallow} ${name} ${spec}\`, then run docs-lint again.`;
  }
  if (/^[0-9a-f]{7,64}$/i.test(ref)) {
    return `This clone does not have the commit \`${ref}\`. Fetch it with \`git fetch${shallow || ` origin ${ref}`}\`, then run docs-lint again.`;
  }
  const refs = (ask(world, root, ['for-each-ref', '--format=%(refname:short)']) ?? '').split('\n');
  const near = refs.find((one) => one.endsWith(`/${ref}`)) ?? nearest(ref, refs);
  const advice =
    near === undefined
      ? `If it is a branch of the remote, fetch it with \`git fetch${shallow} origin ${/^[\w./-]+$/.test(ref) ? ref : '<branch>'}\` and name \`FETCH_HEAD\`.`
      : `Did you mean \`${near}\`?`;
  return `There is no commit \`${ref}\`. ${advice}`;
}

function isShallow(world: World, root: string): boolean {
  return ask(world, root, ['rev-parse', '--is-shallow-repository']) === 'true';
}

function commitOf(world: World, root: string, ref: string): string | undefined {
  return ask(world, root, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
}

/** One answer of git, undefined where it has none. */
function ask(world: World, root: string, words: readonly string[]): string | undefined {
  const answer = world.git(root, words)?.toString('utf8').trim();
  return answer === '' ? undefined : answer;
}
