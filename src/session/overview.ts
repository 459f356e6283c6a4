import type { RunInput } from '../engine/input.js';
import { enabledIn } from '../engine/propose.js';
import type { Path, Project } from '../model.js';

/** What a first look at a tree shows: what will be checked, and as what. */
export interface Overview {
  readonly roots: readonly Path[];
  readonly pages: number;
  /** What shows the pages, with the number of pages that each shows. */
  readonly generators: ReadonlyMap<string, number>;
  /** By rule, what it sees in the tree. */
  readonly seen: ReadonlyMap<string, readonly string[]>;
  /** Rules that something in the workspace turns on, by the files' directories. */
  readonly enabled: ReadonlyMap<string, readonly Path[]>;
}

export function overview(project: Project, input: RunInput): Overview {
  const generators = new Map<string, number>();
  for (const page of project.pages) {
    for (const { generator } of project.views(page))
      generators.set(generator, (generators.get(generator) ?? 0) + 1);
  }
  const seen = new Map<string, readonly string[]>();
  for (const [id, rule] of input.rules) {
    const its = [...(rule.sees?.(project) ?? [])];
    if (its.length > 0) seen.set(id, its);
  }
  const { roots } = input;
  return { roots, pages: project.pages.length, generators, seen, enabled: enabledIn(project.pages, input) };
}
