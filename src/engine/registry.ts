import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Rule } from '../rule.js';

/** Beside the code, however many files that is built into. */
const folder = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'rules')) && dirname(at) !== at) at = dirname(at);
  return join(at, 'rules');
})();

/** Every built-in rule by its id: the folders below `rules/`, in order of their names. */
export async function loadRules(): Promise<ReadonlyMap<string, Rule>> {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(await Promise.all(ids.map(async (id) => [id, await loadRule(id)] as const)));
}

async function loadRule(id: string): Promise<Rule> {
  const file = ['index.js', 'index.ts']
    .map((name) => join(folder, id, name))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`rules/${id} has no index`);
  const { default: rule } = (await import(pathToFileURL(file).href)) as { default: Rule };
  return rule;
}
