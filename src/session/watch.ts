import { basename, dirname, join } from 'node:path';
import { memoryOver } from '../cache/memory-over.js';
import type { FactsCache } from '../cache/open-cache.js';
import type { RunInput } from '../engine/input.js';
import type { Before, Kept, PageBefore } from '../engine/kept.js';
import { run } from '../engine/run.js';
import { survey } from '../engine/survey.js';
import { decode } from '../host/decode.js';
import { notingReads } from '../host/noting-reads.js';
import { overlay } from '../host/overlay.js';
import { snapshot } from '../host/snapshot.js';
import type { Facts, Path, Result } from '../model.js';
import { isWithin, parentOf } from '../paths.js';
import { noticingWorld } from '../trace/noticing-world.js';
import { world as machine } from '../trace/world.js';
import { findPages } from './find-pages.js';
import { graphOf } from './graph-of.js';
import type { LintOptions, LintResult } from './lint.js';
import { newProblems } from './new-problems.js';
import type { Session } from './open.js';
import { toPath } from './workspace.js';

/** Checks of one tree, one after the other. */
export interface Watch {
  /**
   * Checks the tree as it is now. `changed` are absolute paths where something happened since the last time; without
   * them all is looked at anew. Throws UserError as `lint` does.
   */
  check(changed?: ReadonlySet<string>): Promise<LintResult>;
  /** Absolute: where a change can make a difference to the last check. */
  directories(): ReadonlySet<string>;
  /** Whether a change of this path, in one of them, can. Around the workspace few names do: those that were looked for. */
  concerns(absolute: string): boolean;
  /** Keeps what is known for other runs. */
  close(): void;
}

/** By absolute directory the names that were looked for in it; undefined stands for all that are there. */
type Looked = Map<string, Set<string | undefined>>;

export function watch(options: LintOptions): Watch {
  let cache: FactsCache | undefined;
  let directories: Looked = new Map();
  let workspaces: readonly string[] | undefined;
  let session: Session | undefined;
  let generation = 0;
  /** Pages whose text is another one than the session has read. */
  let texts = new Map<Path, string>();
  /** What the last check leaves to one in which little has changed. */
  let last: { readonly kept: Kept; readonly files: ReadonlyMap<Path, Facts> } | undefined;

  async function open(): Promise<Session> {
    const seen: Looked = new Map();
    const look = (directory: string, name: string | undefined): void => {
      const names = seen.get(directory) ?? new Set();
      seen.set(directory, names.add(name));
    };
    const world = noticingWorld(generation === 0 ? machine : { ...machine, generation }, look);
    try {
      const held = (openOwn: () => FactsCache | undefined): FactsCache => {
        cache ??= memoryOver(openOwn());
        return cache;
      };
      const opened = await findPages(options, { isSingle: false }, { world, hold: snapshot, cache: held });
      const { host, roots } = opened.input;
      workspaces = [opened.workspace, machine.real(opened.workspace)];
      for (const root of roots) {
        for (const path of host.listed(root) ?? []) {
          for (let at = parentOf(path); isWithin(root, at); at = parentOf(at)) {
            look(join(opened.workspace, at), undefined);
            if (at === root) break;
          }
        }
      }
      return opened;
    } finally {
      directories = seen;
    }
  }

  /** The new texts of pages, where nothing else happened. */
  function newTexts(changed: ReadonlySet<string>): ReadonlyMap<Path, string> | undefined {
    if (!session) return undefined;
    const { workspace, input } = session;
    const pages = new Set(input.found?.pages);
    const found = new Map<Path, string>();
    for (const absolute of changed) {
      const path = toPath(workspace, absolute);
      const kind = machine.kind(absolute);
      if (kind === undefined && (path === undefined || input.host.has(path) === undefined)) continue;
      if (path === undefined || kind !== 'file' || !pages.has(path) || machine.isLink(absolute))
        return undefined;
      try {
        found.set(
          path,
          machine.read(absolute, (bytes) => decode(bytes, path)),
        );
      } catch {
        return undefined;
      }
    }
    return found;
  }

  function checkNow(input: RunInput, before: Before | undefined): Result {
    const read = survey(input, before);
    last = undefined;
    const result = run(input, read, (kept) => {
      last = { kept, files: read.files };
    });
    if (result.failures.length > 0 || input.plugins?.size !== 0) last = undefined;
    return result;
  }

  /** The last check, where only texts of pages have changed since. */
  function beforeOf(fresh: ReadonlyMap<Path, string>, { text }: Pick<Session, 'text'>): Before | undefined {
    if (!last) return undefined;
    const { kept, files } = last;
    const changed = [...fresh].filter(([path, now]) => now !== (texts.get(path) ?? text(path)));
    const was = (path: Path): PageBefore | undefined => {
      const facts = files.get(path);
      return facts && { facts };
    };
    return { kept, changed: new Set(changed.map(([path]) => path)), was, hasGit: false };
  }

  return {
    directories: () => new Set(directories.keys()),
    concerns(absolute) {
      if (!workspaces || workspaces.some((one) => toPath(one, absolute) !== undefined)) return true;
      const names = directories.get(dirname(absolute));
      return names?.has(undefined) || names?.has(basename(absolute)) || false;
    },
    close: () => cache?.save(),
    async check(changed) {
      const fresh = changed && newTexts(changed);
      const before = fresh && session && beforeOf(fresh, session);
      if (fresh) texts = new Map([...texts, ...fresh]);
      else {
        session = undefined;
        if (changed && [...changed].some((path) => /\.[cm]?[jt]s$/.test(path))) generation++;
        texts = new Map();
        session = await open();
      }
      const now = session as Session;
      const beside = new Set(now.input.beside);
      const host = notingReads(overlay(now.input.host, texts), beside);
      const input = { ...now.input, host, beside };
      const text = (path: Path): string | undefined => texts.get(path) ?? now.text(path);
      const result = await newProblems({ ...now, input, text }, options, checkNow(input, before));
      const prefix = input.host.repository()?.prefix ?? '';
      return {
        ...result,
        notes: [...now.warnings, ...result.notes],
        workspace: now.workspace,
        prefix,
        text,
        graph: () => graphOf(input),
      };
    },
  };
}
