import { UserError } from '../../src/errors.js';
import type { Path, Workspace } from '../../src/rule.js';
import type { Source } from './parse-config.js';

/** A file of the workspace with its text. Throws UserError for one that is there and leads out of the workspace. */
export function sourceOf(path: Path, workspace: Workspace): Source {
  const text = workspace.read(path);
  if (text !== undefined) return { path, text };
  throw new UserError(
    'These settings of markdownlint are a link out of the workspace, and what it leads to is not read. Write a file that `extends` it.',
    { path },
  );
}
