import { workspaceFiles } from '../host/discover.js';
import { openIndentedBlocks } from '../markdown/indented-blocks.js';
import type { Path, Project } from '../model.js';
import type { Lookout, Proposal } from '../rule.js';
import { readDocument } from './collect.js';
import type { RunInput } from './input.js';
import { survey } from './survey.js';

/** What rules would check in a workspace, and the tree as it was found. */
export interface Outlook {
  readonly project: Project;
  readonly pages: readonly Path[];
  /** By rule. */
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>;
}

/** Asks every rule what it would check. */
export function propose(input: RunInput): Outlook {
  const { project, pages } = survey({ ...input, rules: new Map() });
  const isMkdocs = (path: Path): boolean =>
    project.isPage(path) && project.views(path).some(({ generator }) => generator === 'mkdocs');
  const lookout: Lookout = {
    project,
    files: workspaceFiles(input.host),
    read: (path) =>
      readDocument(path, isMkdocs(path) ? { ...input, asParsed: openIndentedBlocks } : input, []),
  };
  const proposals = new Map<string, readonly Proposal[]>();
  for (const [id, rule] of input.rules) {
    const found = [...(rule.propose?.(lookout) ?? [])];
    if (found.length > 0) proposals.set(id, found);
  }
  return { project, pages, proposals };
}

/** Rules that something in the workspace turns on for one of these pages, by the files' directories. */
export function enabledIn(
  pages: readonly Path[],
  { rules, workspace }: RunInput,
): ReadonlyMap<string, readonly Path[]> {
  const enabled = new Map<string, readonly Path[]>();
  const directories = directoriesOf(['', ...pages]);
  for (const [id, rule] of rules) {
    const here = directories.filter((directory) => rule.enabledBy?.(directory, workspace));
    if (here.length > 0) enabled.set(id, here);
  }
  return enabled;
}

function directoriesOf(paths: readonly Path[]): readonly Path[] {
  const found = new Set<Path>(['']);
  for (const path of paths) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth++) found.add(parts.slice(0, depth).join('/'));
  }
  return [...found].sort();
}
