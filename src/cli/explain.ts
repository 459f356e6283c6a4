import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRules } from '../engine/registry.js';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import { packageRoot } from './version.js';

/** Prints the page of a rule, which is its README. `rule/code` names a rule too. */
export async function explain(name: string): Promise<void> {
  const rules = await loadRules();
  const id = name.split('/')[0] as string;
  const rule = rules.get(id);
  if (!rule) {
    const near = nearest(id, rules.keys());
    const advice =
      near === undefined ? 'Run `docs-lint rules` for those that there are.' : `Did you mean \`${near}\`?`;
    throw new UserError(`There is no rule \`${id}\`. ${advice}`);
  }
  process.stdout.write(readFileSync(join(packageRoot, 'rules', id, 'README.md'), 'utf8'));
}
