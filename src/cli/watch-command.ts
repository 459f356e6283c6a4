import { type FSWatcher, fstatSync, statSync, watch as watchDirectory } from 'node:fs';
import { join, relative } from 'node:path';
import { UserError } from '../errors.js';
import { safeTerminal } from '../report/safe.js';
import type { LintOptions, LintResult } from '../session/lint.js';
import { watch } from '../session/watch.js';

/** Milliseconds without a change after which a check begins: one save is several changes. */
const quiet = 20;
/** Of the changed files, how many are named. */
const mostNames = 3;

/**
 * Checks, and again after each change, until a signal ends it. `show` reports; `own` are files that it writes; `fail` says what went wrong. What is
 * wrong with the config at the start is thrown; later it is said, until it is mended.
 */
export async function watchCommand(
  options: LintOptions,
  show: (found: LintResult) => void,
  own: readonly string[],
  fail: (error: unknown) => void,
): Promise<void> {
  const checks = watch(options);
  const watchers = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let wake = (): void => undefined;
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;

  function notice(path: string): void {
    if (own.some((file) => path.startsWith(file)) || isOutput(path) || !checks.concerns(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => wake(), quiet);
  }

  function watchOne(directory: string): void {
    try {
      const watcher = watchDirectory(directory, (_, name) =>
        notice(name ? join(directory, name) : directory),
      );
      watcher.on('error', () => unwatch(directory));
      watchers.set(directory, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') return;
      throw new UserError(
        `${directory} cannot be watched: ${(error as Error).message}. Allow more watches, on Linux by \`fs.inotify.max_user_watches\`.`,
      );
    }
  }

  function unwatch(directory: string): void {
    watchers.get(directory)?.close();
    watchers.delete(directory);
  }

  /** Says whether there are directories that were not watched before. */
  function watchAll(directories: ReadonlySet<string>, keepOthers: boolean): boolean {
    if (!keepOthers) for (const one of [...watchers.keys()]) if (!directories.has(one)) unwatch(one);
    const left = watchers.size;
    for (const one of directories) if (!watchers.has(one) && !isForeign(one)) watchOne(one);
    return watchers.size > left;
  }

  /** Shows what was found, and what was found since in directories that nobody watched when they were read. */
  async function showAll(found: LintResult): Promise<void> {
    show(found);
    for (let last = found; watchAll(checks.directories(), false); ) {
      const next = await checks.check();
      if (keyOf(next) !== keyOf(last)) show(next);
      last = next;
    }
  }

  function end(): void {
    isOver = true;
    clearTimeout(timer);
    wake();
  }

  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    await showAll(await checks.check());
    process.stderr.write('Watching for changes. Press Ctrl-C to end.\n');
    while (!isOver) {
      if (changed.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      if (isOver) break;
      const these = new Set(changed);
      changed.clear();
      try {
        const found = await checks.check(these);
        process.stderr.write(`\n${namesOf(these)} changed.\n`);
        await showAll(found);
      } catch (error) {
        fail(error);
        watchAll(checks.directories(), true);
      }
    }
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
    for (const directory of [...watchers.keys()]) unwatch(directory);
    checks.close();
  }
  process.exitCode = 0;
}

/** Whether this is the file that standard output or standard error goes to: what is said must not wake anybody. */
function isOutput(path: string): boolean {
  try {
    const file = statSync(path);
    return [1, 2].some((descriptor) => {
      const { dev, ino } = fstatSync(descriptor);
      return file.isFile() && dev === file.dev && ino === file.ino;
    });
  } catch {
    return false;
  }
}

function keyOf({ problems, failures, notes }: LintResult): string {
  return JSON.stringify([problems, failures, notes]);
}

/** What git and caches write is nothing that a page says. */
function isForeign(directory: string): boolean {
  return /[\\/](?:\.git|\.cache)(?:[\\/]|$)/.test(directory);
}

function namesOf(paths: ReadonlySet<string>): string {
  const names = [...paths].sort().map((path) => safeTerminal(relative(process.cwd(), path) || '.'));
  const more = names.length - mostNames;
  return more > 0 ? `${names.slice(0, mostNames).join(', ')} and ${more} more` : names.join(', ');
}
