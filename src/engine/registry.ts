import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '../import-file.js';
import { once } from '../once.js';
import type { Rule } from '../rule.js';

const top = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'rules')) && dirname(at) !== at) at = dirname(at);
  return at;
})();
const folder = join(top, 'rules');
const load = createRequire(import.meta.url);

/** Where a file of ours is, however few files the code around it is built into. */
export function besideCode(path: string): string {
  return join(top, path);
}

/** Every built-in rule by its id: the folders below `rules/`, in order of their names. */
export const loadRules = once(async (): Promise<ReadonlyMap<string, Rule>> => {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const together = builtTogether();
  return new Map(
    await Promise.all(ids.map(async (id) => [id, together?.get(id) ?? (await loadRule(id))] as const)),
  );
});

/** Those that the build has put into one file, which is loaded faster than many. */
function builtTogether(): ReadonlyMap<string, Rule> | undefined {
  const file = join(folder, 'index.cjs');
  return existsSync(file) ? (load(file) as { default: ReadonlyMap<string, Rule> }).default : undefined;
}

/** One built-in rule. */
export async function loadRule(id: string): Promise<Rule> {
  const file = ['index.cjs', 'index.js', 'index.ts']
    .map((name) => join(folder, id, name))
    .find((path) => existsSync(path));
  if (file === undefined) throw new Error(`rules/${id} has no index`);
  const { default: rule } = (file.endsWith('.cjs') ? load(file) : await importFile(file)) as {
    default: Rule;
  };
  return rule;
}
