import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CiName, type HookName, hookFiles, type Runner } from './surroundings.js';

/** A file that makes something run docs-lint. */
export interface Addition {
  /** Relative to the top of the repository. */
  readonly path: string;
  /** The whole of a new file. */
  readonly text: string;
  /** What to put into the file, where there is one already. */
  readonly part: string;
  readonly state: 'new' | 'there' | 'done';
  /** What has to be run once in each clone. */
  readonly once?: string;
}

export function hookAddition(top: string, name: HookName, runner: Runner): Addition {
  const path = hookFiles[name].find((file) => existsSync(join(top, file))) ?? (hookFiles[name][0] as string);
  return { ...addition(top, path, hookTexts[name](runner)), once: hookInstalls[name] };
}

export function ciAddition(top: string, name: CiName, runner: Runner): Addition {
  return addition(top, ciPaths[name], ciTexts[name](runner));
}

type Texts = { readonly text: string; readonly part: string };

function addition(top: string, path: string, texts: Texts): Addition {
  const file = join(top, path);
  if (!existsSync(file)) return { path, ...texts, state: 'new' };
  return { path, ...texts, state: hasWord(file) ? 'done' : 'there' };
}

function hasWord(file: string): boolean {
  try {
    return /\bdocs-lint\b/.test(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

const hookTexts: Readonly<Record<HookName, (runner: Runner) => Texts>> = {
  'pre-commit': ({ run }) => {
    const part = `  - repo: local
    hooks:
      - id: docs-lint
        name: docs-lint
        language: system
        entry: ${run}
        # A deleted file, or a change of code, can make any page wrong: the whole tree is checked.
        pass_filenames: false
        always_run: true
        require_serial: true
`;
    return { text: `repos:\n${part}`, part };
  },
  husky: ({ run }) => ({ text: `${run}\n`, part: `${run}\n` }),
  lefthook: ({ run }) => {
    const command = `    docs-lint:\n      run: ${run}\n`;
    return { text: `pre-commit:\n  commands:\n${command}`, part: `pre-commit:\n  commands:\n${command}` };
  },
};

/** What makes git run the hooks of a manager. */
const hookInstalls: Readonly<Record<HookName, string>> = {
  'pre-commit': 'pre-commit install',
  husky: 'npx husky',
  lefthook: 'npx lefthook install',
};

const ciPaths: Readonly<Record<CiName, string>> = {
  github: '.github/workflows/docs-lint.yml',
  gitlab: '.gitlab-ci.yml',
  azure: 'azure-pipelines.yml',
};

const ciTexts: Readonly<Record<CiName, (runner: Runner) => Texts>> = {
  github: (runner) => {
    const text = `name: docs-lint

on:
  push:
    branches: [main, master]
  # Not limited to changes of the docs: a change of code can make a page wrong.
  pull_request:

permissions:
  contents: read

jobs:
  docs-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v6
        with:
          persist-credentials: false
${runner.name === 'bun' ? '      - uses: oven-sh/setup-bun@v2\n' : ''}      - uses: actions/setup-node@v6
        with:
          node-version: 24
${runner.name === 'npm' ? '          cache: npm\n' : ''}${steps(runner)
  .map((step) => `      - run: ${step}\n`)
  .join('')}      - run: ${runner.run}
`;
    return { text, part: text };
  },
  gitlab: (runner) => {
    const text = `docs-lint:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${[...(runner.name === 'bun' ? ['npm install --global bun'] : []), ...steps(runner)].map((step) => `    - ${step}\n`).join('')}    - ${runner.run} --format pretty --format gitlab=codequality.json
  artifacts:
    when: always
    reports:
      codequality: codequality.json
`;
    return { text, part: text };
  },
  azure: (runner) => {
    const part = `  - task: UseNode@1
    inputs:
      version: 24.x
${[...(runner.name === 'bun' ? ['npm install --global bun'] : []), ...steps(runner), `${runner.run} --format azure`].map((step) => `  - script: ${step}\n`).join('')}`;
    return {
      text: `trigger: [main, master]\npr: ['*']\n\npool:\n  vmImage: ubuntu-latest\n\nsteps:\n  - checkout: self\n    persistCredentials: false\n${part}`,
      part,
    };
  },
};

/** What has to run before docs-lint is there. */
function steps({ name, install }: Runner): string[] {
  return [...(name === 'pnpm' || name === 'yarn' ? ['corepack enable'] : []), install];
}
