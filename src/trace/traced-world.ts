import { dirname, join, resolve } from 'node:path';
import { asksByHash } from './asks-by-hash.js';
import { digest, digestOfAnswer, digestOfEntries, digestOfError, digestOfOutput } from './digest.js';
import type { Changes } from './is-unchanged.js';
import type { aboutPaths, GitOptions, Trace } from './trace.js';
import type { World } from './world.js';

/** What was seen earlier and has been seen again, save for little. */
export interface TraceBefore {
  readonly trace: Trace;
  readonly changes: Changes;
}

/** A world that keeps a trace of what it was asked. */
export interface TracedWorld extends World {
  /**
   * Undefined where something was seen that no other run can look up, or that changed while the run looked at it. `before`
   * is what was seen earlier, and is part of what the result depends on.
   */
  trace(root: string, before?: TraceBefore): Trace | undefined;
}

type PathQuestion = (typeof aboutPaths)[number];
type ShortQuestion = Exclude<PathQuestion, 'read'>;

/** Asks another world, and keeps a digest of each answer. */
export function tracedWorld(world: World): TracedWorld {
  const seen: Record<PathQuestion, Map<string, string>> = {
    read: new Map(),
    list: new Map(),
    kind: new Map(),
    real: new Map(),
    isLink: new Map(),
    target: new Map(),
  };
  const asked = new Map<string, Trace['git'][number]>();
  let isWhole = true;

  function keep(kind: PathQuestion, path: string, found: string): void {
    const before = seen[kind].get(path);
    if (before !== undefined && before !== found) isWhole = false;
    seen[kind].set(path, found);
  }

  function ask<K extends ShortQuestion>(
    kind: K,
    path: string,
    digestOf: (answer: ReturnType<World[K]>) => string,
  ): ReturnType<World[K]> {
    try {
      const answer = world[kind](path) as ReturnType<World[K]>;
      keep(kind, path, digestOf(answer));
      return answer;
    } catch (error) {
      keep(kind, path, digestOfError(error));
      throw error;
    }
  }

  function keepGit(
    root: string,
    words: readonly string[],
    options: GitOptions | undefined,
    output: Buffer | undefined,
  ): void {
    asked.set(nameOf(root, words, options), [root, words, options ?? null, digestOfOutput(output)]);
  }

  const traced: TracedWorld = {
    read(file, use) {
      let bytes: Buffer | undefined;
      try {
        return world.read(file, (found) => {
          bytes = found;
          keep('read', file, digest(found));
          return use(found);
        });
      } catch (error) {
        if (!bytes) keep('read', file, digestOfError(error));
        throw error;
      }
    },
    list: (directory) => ask('list', directory, digestOfEntries),
    kind: (path) => ask('kind', path, digestOfAnswer),
    real: (path) => ask('real', path, digestOfAnswer),
    isLink: (path) => ask('isLink', path, digestOfAnswer),
    target: (path) => ask('target', path, digestOfAnswer),
    git(root, words, options) {
      const start = process.uptime();
      const output = world.git(root, words, options);
      const { atMost } = options ?? {};
      const isCut =
        atMost !== undefined &&
        (process.uptime() - start >= atMost.seconds || (output?.length ?? 0) >= atMost.bytes);
      if (isCut) isWhole = false;
      if (words.includes('log')) seeHistory(root, words, output);
      else if (asksByHash(words, options, output)) seeReplacements(root);
      else keepGit(root, words, options, output);
      return output;
    },
    cannotTell() {
      isWhole = false;
    },
    trace(root, before) {
      if (before) takeUp(before);
      if (!isWhole) return undefined;
      const shorten = (path: string): string =>
        path.startsWith(`${root}/`) ? path.slice(root.length) : `:${path}`;
      const flat = (kind: PathQuestion): string[] =>
        [...seen[kind]].flatMap(([path, found]) => [shorten(path), found]);
      return {
        root,
        read: flat('read'),
        list: flat('list'),
        kind: flat('kind'),
        real: flat('real'),
        isLink: flat('isLink'),
        target: flat('target'),
        git: [...asked.values()],
      };
    },
  };

  function takeUp({ trace: { root, git, ...before }, changes }: TraceBefore): void {
    if (![...changes.files.keys()].every((path) => seen.read.has(path))) isWhole = false;
    for (const kind of Object.keys(seen) as PathQuestion[]) {
      for (let index = 0; index < before[kind].length; index += 2) {
        const name = before[kind][index] as string;
        const path = name.startsWith(':') ? name.slice(1) : root + name;
        if (kind !== 'read' || !changes.files.has(path)) keep(kind, path, before[kind][index + 1] as string);
      }
    }
    for (const [index, one] of git.entries()) {
      if (changes.git.has(index)) continue;
      const name = nameOf(one[0], one[1], one[2] ?? undefined);
      const now = asked.get(name);
      if (now && now[3] !== one[3]) isWhole = false;
      asked.set(name, one);
    }
  }

  /** What commits did is told by which is checked out, what stands for others, how far back there are any, and what is no text. */
  function seeHistory(root: string, words: readonly string[], output: Buffer | undefined): void {
    const kept = ['shallow', 'info/grafts', 'info/attributes'].flatMap((name) => ['--git-path', name]);
    const head = ['rev-parse', 'HEAD', '--glob=refs/replace/*', ...kept];
    const found = world.git(root, head);
    keepGit(root, head, undefined, found);
    // Commits that lack something may be completed at any time.
    if (found && !output) isWhole = false;
    const files =
      found
        ?.toString('utf8')
        .trimEnd()
        .split('\n')
        .slice(-kept.length / 2) ?? [];
    for (const file of files) see(resolve(root, file));
    const paths = words.slice(words.indexOf('--') + 1);
    for (const path of ['.', ...paths]) {
      for (let at = join(root, path); ; at = dirname(at)) {
        const attributes = join(at, '.gitattributes');
        if (seen.read.has(attributes)) break;
        see(attributes);
        if (dirname(at) === at) break;
      }
    }
  }

  /** What git is told to take for other objects. */
  function seeReplacements(root: string): void {
    const words = ['rev-parse', '--glob=refs/replace/*'];
    if (!asked.has(nameOf(root, words))) keepGit(root, words, undefined, world.git(root, words));
  }

  function see(file: string): void {
    try {
      traced.read(file, () => undefined);
    } catch {
      // That there is none is what was seen.
    }
  }

  return traced;
}

function nameOf(root: string, words: readonly string[], options?: GitOptions): string {
  return JSON.stringify([root, words, options]);
}
