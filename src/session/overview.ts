import type { RunInput } from '../engine/input.js';
import { enabledIn } from '../engine/propose.js';
import type { Project } from '../model.js';
import type { Overview } from './lint.js';

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
