import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs a program from its start to its exit: seconds on the clock, seconds of all processors, and the peak of its
 * memory in MB, by GNU time. What it prints goes to a file, as in CI. Throws where it does not end with 0 or 1 in time.
 */
export async function measure(file, args, { cwd, env, limit }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-time-'));
  const told = join(folder, 'told');
  const start = performance.now();
  try {
    const { status, stderr } = await run('/usr/bin/time', ['-f', '%U %S %M', '-o', told, file, ...args], {
      ...{ cwd, env, limit, out: join(folder, 'out') },
    });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0 && status !== 1)
      throw new Error(`${file} ${args.join(' ')} ended with ${status}\n${stderr}`);
    const [user, system, kilobytes] = readFileSync(told, 'utf8')
      .trim()
      .split('\n')
      .at(-1)
      .split(' ')
      .map(Number);
    return { seconds, cpu: user + system, megabytes: (kilobytes * 1024) / 1e6 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The whole group of processes is ended where it takes longer than the limit, in seconds. */
function run(file, args, { cwd, env, limit, out }) {
  const output = openSync(out, 'w');
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, detached: true, stdio: ['ignore', output, 'pipe'] });
    closeSync(output);
    let stderr = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      process.kill(-child.pid, 'SIGKILL');
    }, limit * 1000);
    child.stderr.on('data', (chunk) => {
      stderr = `${stderr}${chunk}`.slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      if (isLate) reject(new Error(`${file} ${args.join(' ')} took longer than ${limit} seconds`));
      else resolve({ status, stderr });
    });
  });
}
