import { relative } from 'node:path';
import { propose as askRules, type Outlook } from '../engine/propose.js';
import type { Json, Path } from '../model.js';
import type { LintOptions, Overview } from './lint.js';
import { openSession } from './open.js';
import { overview } from './overview.js';

/** Where npm puts the schema of configs. */
const schema = 'node_modules/docs-lint/config.schema.json';

/** A first look at a repository: what is there, and the config that fits it. */
export interface FirstLook extends Overview, Pick<Outlook, 'proposals'> {
  /** Absolute. */
  readonly workspace: string;
  /** What a config file would say. */
  readonly config: { readonly [key: string]: Json };
  /** Where the repository is on the web, as git says; empty where it does not. */
  readonly repository: string;
  /** The workspace inside of its repository; empty where they are the same. */
  readonly prefix: Path;
  /** A config that is there already; relative to the workspace. */
  readonly existing?: Path;
}

/** Looks at a repository and asks every rule what it would check there. Throws UserError as `lint` does. */
export async function firstLook(options: Pick<LintOptions, 'cwd' | 'paths'> = {}): Promise<FirstLook> {
  const { input, workspace, configFile } = await openSession(options);
  const { project, proposals } = askRules(input);
  const rules: Record<string, Json> = {};
  for (const [id, found] of proposals) {
    const own = joined(found.flatMap(({ options: its }) => (its === undefined ? [] : [its])));
    if (own) rules[id] = ['error', own];
  }
  const existing = configFile === undefined ? undefined : relative(workspace, configFile);
  return {
    ...overview(project, input),
    workspace,
    proposals,
    repository: input.host.repository()?.url ?? '',
    prefix: input.host.repository()?.prefix ?? '',
    config: {
      ...(input.host.has(schema) === 'file' ? { $schema: `./${schema}` } : {}),
      // Without a page yet, where they will be is not known either.
      ...(project.pages.length > 0 ? { docs: input.roots.map((root) => root || '.') } : {}),
      ...(Object.keys(rules).length > 0 ? { rules } : {}),
    },
    ...(existing === undefined ? {} : { existing }),
  };
}

/** Options of several proposals as one: lists go on, and of anything else the first counts. */
function joined(options: readonly Readonly<Record<string, Json>>[]): Record<string, Json> | undefined {
  if (options.length === 0) return undefined;
  const all: Record<string, Json> = {};
  for (const one of options) {
    for (const [key, value] of Object.entries(one)) {
      const before = all[key];
      if (Array.isArray(before) && Array.isArray(value)) all[key] = [...before, ...value];
      else all[key] ??= value;
    }
  }
  return all;
}
