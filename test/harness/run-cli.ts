import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program as a user starts it; it must be built. */
export const binary = fileURLToPath(new URL('../../bin/docs-lint.js', import.meta.url));

export interface Outcome {
  /** Undefined when a signal ended it, be it the one of our time limit; after Ctrl-C what a shell makes of it. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly cwd: string;
  /** Variables beside the few that every run has; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Another user, so that permissions mean something to root too. */
  readonly uid?: number;
  /** Milliseconds until it is killed. */
  readonly limit?: number;
  /** Once it has said this on standard error, somebody presses Ctrl-C. */
  readonly interruptAt?: string;
}

/** Starts the real binary and waits for its end. Neither this terminal, nor a hook's git, nor a CI plays a part. */
export function runCli(arguments_: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  return runProgram(process.execPath, [binary, ...arguments_], surroundings);
}

/** Runs docs-lint as part of a line of bash, where `docs_lint` is its command. */
export function runShell(line: string, surroundings: Surroundings): Promise<Outcome> {
  const env = { ...surroundings.env, NODE: process.execPath, BINARY: binary };
  const script = `docs_lint() { "$NODE" "$BINARY" "$@"; }\n${line}`;
  return runProgram('bash', ['-o', 'pipefail', '-c', script], { ...surroundings, env });
}

/** Any program, its input empty. */
export function runProgram(
  program: string,
  arguments_: readonly string[],
  { cwd, env = {}, uid, limit = 120_000, interruptAt }: Surroundings,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, arguments_, {
      cwd,
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
      // Ctrl-C is for all that were started together.
      detached: interruptAt !== undefined,
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    if (interruptAt !== undefined) {
      const listen = (): void => {
        if (child.pid === undefined || !Buffer.concat(err).includes(interruptAt)) return;
        child.stderr.off('data', listen);
        process.kill(-child.pid, 'SIGINT');
      };
      child.stderr.on('data', listen);
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const status = code ?? (interruptAt !== undefined && signal === 'SIGINT' ? 130 : undefined);
      const [stdout, stderr] = [out, err].map((chunks) => Buffer.concat(chunks).toString('utf8'));
      resolve({ status, stdout: stdout as string, stderr: stderr as string });
    });
  });
}

/** What programs need to start, and nothing that changes what they say. */
export function cleanEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const git = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return { PATH, HOME, LANG: 'C.UTF-8', ...git, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}
