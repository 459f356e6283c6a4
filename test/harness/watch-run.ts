import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, runCli } from './run-cli.js';

/** What one run of the program did, none of which depends on the machine. */
export interface Watched extends Outcome {
  /** How often each file of the workspace was read. */
  readonly reads: ReadonlyMap<string, number>;
  /** Texts that were parsed, again and again where that was so. */
  readonly parsed: readonly string[];
  /** Modules that were loaded from files, ours and those of packages. */
  readonly modules: readonly string[];
  /** The size of their code. */
  readonly kilobytes: number;
}

const preload = new URL('./watch-run.mjs', import.meta.url).href;

/** Runs the program as `runCli` does, and watches it. */
export async function watchRun(arguments_: readonly string[], cwd: string): Promise<Watched> {
  // The same for all runs in a directory, since what is kept between them goes by the environment too.
  const log = `${cwd}.log`;
  const env = { NODE_OPTIONS: `--import ${preload}`, WATCH_LOG: log };
  const outcome = await runCli(arguments_, { cwd, env });
  const written = existsSync(log) ? readFileSync(log, 'utf8') : '';
  rmSync(log, { force: true });
  const entries = written
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ['read' | 'parse' | 'load', string]);
  const of = (wanted: string): string[] => entries.flatMap(([kind, what]) => (kind === wanted ? [what] : []));
  const reads = new Map<string, number>();
  for (const file of of('read')) {
    const path = relative(cwd, file);
    if (!path.startsWith('..')) reads.set(path, (reads.get(path) ?? 0) + 1);
  }
  const modules = of('load');
  const bytes = modules.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
  return { ...outcome, reads, parsed: of('parse'), modules, kilobytes: Math.ceil(bytes / 1000) };
}
