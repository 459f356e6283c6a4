import { propose as askRules, type Outlook } from '../engine/propose.js';
import type { Json, Path } from '../model.js';
import type { LintOptions } from './lint.js';
import { openSession } from './open.js';
import { type Overview, overview } from './overview.js';
import { baselineFile } from './read-baseline.js';

/** A first look at a repository: what is there, and the config that fits it. */
export interface FirstLook extends Overview, Pick<Outlook, 'proposals'> {
  /** Absolute. */
  readonly workspace: string;
  /** What a config file would say. */
  readonly config: { readonly [key: string]: Json };
  /** A config that is there already; relative to the workspace. */
  readonly existing?: Path;
}

/** Looks at a repository and asks every rule what it would check there. Throws UserError as `lint` does. */
export async function firstLook(options: Pick<LintOptions, 'cwd' | 'paths'> = {}): Promise<FirstLook> {
  const { input, workspace } = await openSession(options);
  const { project, proposals } = askRules(input);
  const rules: Record<string, Json> = {};
  for (const [id, found] of proposals) {
    const own = joined(found.flatMap(({ options: its }) => (its === undefined ? [] : [its])));
    if (own) rules[id] = ['error', own];
  }
  const existing = [...input.configTexts.keys()].find((path) => path !== baselineFile);
  return {
    ...overview(project, input),
    workspace,
    proposals,
    config: {
      docs: input.roots.map((root) => root || '.'),
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
