// Builds the package after an install from source; `npm pack` and an install from git come through here too.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

function npm(...words) {
  const { status } = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

// `npm install --global git+…`, as pre-commit does it, comes without the tools that build.
try {
  createRequire(import.meta.url).resolve('typescript/package.json');
} catch {
  npm('ci', '--global=false', '--ignore-scripts');
}
npm('run', 'build');
