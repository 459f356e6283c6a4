import { discover } from '../host/discover.js';
import type { RunInput } from './input.js';

/** Does what has to be awaited before a run: imports what those rules need that run on some page. */
export async function prepare(input: RunInput): Promise<RunInput> {
  const found = discover(input.host, input.roots, (path) => input.isPage(path));
  const shown = [...found.pages, ...(input.extraPages ?? [])].filter((path) => input.only?.has(path) ?? true);
  const settings = new Set(shown.map((path) => input.settings(path)));
  const libraries = new Map<string, unknown>();
  for (const [id, rule] of input.rules) {
    if (rule.scope !== 'file' || !rule.load) continue;
    const isOn = [...settings].some((its) => (its.get(id)?.setting ?? 'off') !== 'off');
    if (isOn) libraries.set(id, await rule.load());
  }
  return { ...input, found, libraries };
}
