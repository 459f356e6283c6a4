import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTree } from './make-tree.js';
import { type Outcome, runProgram } from './run-cli.js';

const top = fileURLToPath(new URL('../../', import.meta.url));

interface Packed {
  /** Absolute. */
  readonly tarball: string;
  /** Paths in it. */
  readonly files: readonly string[];
}

/** Packs what is built, without building it again while other tests use it. */
export async function packPackage(): Promise<Packed> {
  const to = makeTree();
  const arguments_ = ['pack', '--ignore-scripts', '--json', '--pack-destination', to];
  const { status, stdout, stderr } = await runProgram('npm', arguments_, { cwd: top });
  if (status !== 0) throw new Error(stderr);
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  return { tarball: join(to, filename), files: files.map(({ path }) => path) };
}

/** Installs a tarball into a project: as npm does it, or by hand where no registry can be reached. */
export async function installPackage(tarball: string, project: string): Promise<'npm' | 'by hand'> {
  const options = ['--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=0'];
  const npm = await install(project, [...options, tarball]);
  if (npm.status === 0) return 'npm';
  if (!/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|network/i.test(npm.stderr))
    throw new Error(npm.stderr);
  const modules = join(project, 'node_modules');
  rmSync(modules, { recursive: true, force: true });
  mkdirSync(join(modules, 'docs-lint'), { recursive: true });
  mkdirSync(join(modules, '.bin'));
  const into = ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'docs-lint')];
  await runProgram('tar', into, { cwd: project });
  for (const path of productionPackages()) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    symlinkSync(join(top, path), join(project, path));
  }
  symlinkSync('../docs-lint/bin/docs-lint.js', join(modules, '.bin/docs-lint'));
  return 'by hand';
}

function install(project: string, given: readonly string[]): Promise<Outcome> {
  writeFileSync(join(project, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n');
  return runProgram('npm', ['install', ...given], { cwd: project });
}

/** Top-level directories of what is installed for users, and not for our own development. */
function productionPackages(): string[] {
  const lock = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; optional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(
      ([path, { dev, optional }]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && !dev && !optional,
    )
    .map(([path]) => path);
}
