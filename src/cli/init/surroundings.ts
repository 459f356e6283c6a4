import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const hookNames = ['pre-commit', 'husky', 'lefthook'] as const;
export type HookName = (typeof hookNames)[number];
export const ciNames = ['github', 'gitlab', 'azure'] as const;
export type CiName = (typeof ciNames)[number];

/** How the project installs packages and runs what they bring. */
export interface Runner {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Installs what the lock file says, and nothing else. */
  readonly install: string;
  /** Runs docs-lint as it is installed, and never fetches one. */
  readonly run: string;
}

/** What a project has that hooks and CI jobs can be added to. */
export interface Surroundings {
  readonly runner: Runner;
  readonly hasPackage: boolean;
  /** The hook manager that is in use. */
  readonly hook?: HookName;
  /** Where the project is built. */
  readonly ci?: CiName;
}

/** Files of a hook manager; the first is what a new one is called. */
export const hookFiles: Readonly<Record<HookName, readonly string[]>> = {
  'pre-commit': ['.pre-commit-config.yaml', '.pre-commit-config.yml'],
  husky: ['.husky/pre-commit'],
  lefthook: [
    'lefthook.yml',
    'lefthook.yaml',
    '.lefthook.yml',
    '.lefthook.yaml',
    'lefthook.toml',
    'lefthook.json',
  ],
};

/** Looks at the files of the top directory of a repository, and at where the repository is. */
export function surroundings(top: string, repository = ''): Surroundings {
  const has = (path: string): boolean => existsSync(join(top, path));
  const manifest = read(join(top, 'package.json'));
  const found: readonly (readonly [HookName, boolean])[] = [
    ['pre-commit', hookFiles['pre-commit'].some(has)],
    ['husky', has('.husky') || /"husky"\s*:/.test(manifest)],
    ['lefthook', hookFiles.lefthook.some(has) || /"lefthook"\s*:/.test(manifest)],
  ];
  const hook = found.find(([, is]) => is)?.[0];
  const places: readonly (readonly [CiName, boolean])[] = [
    ['github', has('.github/workflows')],
    ['gitlab', has('.gitlab-ci.yml')],
    ['azure', has('azure-pipelines.yml')],
    ['github', /^https?:\/\/(?:www\.)?github\.com\//.test(repository)],
    ['gitlab', /^https?:\/\/[^/]*gitlab[^/]*\//.test(repository)],
    ['azure', /^https?:\/\/(?:dev\.azure\.com|[^/]+\.visualstudio\.com)\//.test(repository)],
    ['github', has('.github')],
  ];
  const ci = places.find(([, is]) => is)?.[0];
  return {
    runner: runnerOf(has, read(join(top, 'yarn.lock'))),
    hasPackage: manifest !== '',
    ...(hook ? { hook } : {}),
    ...(ci ? { ci } : {}),
  };
}

function runnerOf(has: (path: string) => boolean, yarnLock: string): Runner {
  if (has('pnpm-lock.yaml'))
    return { name: 'pnpm', install: 'pnpm install --frozen-lockfile', run: 'pnpm exec docs-lint' };
  if (yarnLock !== '') {
    const isClassic = yarnLock.includes('yarn lockfile v1');
    const install = `yarn install ${isClassic ? '--frozen-lockfile' : '--immutable'}`;
    return { name: 'yarn', install, run: 'yarn run docs-lint' };
  }
  if (has('bun.lock') || has('bun.lockb'))
    return { name: 'bun', install: 'bun install --frozen-lockfile', run: 'bunx --no-install docs-lint' };
  return { name: 'npm', install: 'npm ci', run: 'npx --no -- docs-lint' };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
