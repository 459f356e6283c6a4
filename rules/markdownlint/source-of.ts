import type { Path, Workspace } from '../../src/rule.js';
import type { Source } from './parse-config.js';

/** A file of the workspace with its text. */
export function sourceOf(path: Path, workspace: Workspace): Source | undefined {
  const text = workspace.read(path);
  return text === undefined ? undefined : { path, text };
}
