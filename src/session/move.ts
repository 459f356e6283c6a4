import { snapshot } from '../host/snapshot.js';
import type { Edit, Project } from '../model.js';
import { redirectEdits } from '../refactor/redirects/redirect-edits.js';
import { refactor } from '../refactor/refactor.js';
import { openSession } from './open.js';
import { planChanges } from './plan-changes.js';
import { planMove } from './plan-move.js';
import type { Refactoring } from './refactoring.js';

export interface MoveOptions {
  /** The current directory; by default the process's own. */
  readonly cwd?: string;
  /** A config file; without it the nearest one is searched for. */
  readonly config?: string;
}

/**
 * Works out what moving a page, an image or a folder takes for every link to lead where it led. Writes nothing. Throws
 * UserError for what cannot be moved, and as `lint` does.
 */
export async function move(from: string, to: string, options: MoveOptions = {}): Promise<Refactoring> {
  const opened = await openSession(options);
  const session = { ...opened, input: { ...opened.input, host: snapshot(opened.input.host) } };
  const planned = planMove(session, options.cwd ?? process.cwd(), [from, to]);
  const more = (before: Project, after: Project): readonly Edit[] => redirectEdits(before, after, planned);
  return planChanges(session, await refactor(session.input, { move: planned, more }), planned);
}
