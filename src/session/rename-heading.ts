import { UserError } from '../errors.js';
import { snapshot } from '../host/snapshot.js';
import { reword } from '../refactor/reword.js';
import { world } from '../trace/world.js';
import type { MoveOptions } from './move.js';
import { openSession } from './open.js';
import { planChanges } from './plan-changes.js';
import type { Refactoring } from './refactoring.js';
import { namedPath } from './workspace.js';

/**
 * Works out what other words for the heading at `page#anchor` take for every link to lead where it led. Writes nothing.
 * Throws UserError where there is no such heading, where the words would not be one, and as `lint` does.
 */
export async function renameHeading(
  place: string,
  words: string,
  options: MoveOptions = {},
): Promise<Refactoring> {
  const hash = place.lastIndexOf('#');
  if (hash < 1 || hash === place.length - 1)
    throw new UserError(
      `\`${place}\` names no heading. Write the page and the anchor: \`docs/page.md#anchor\`.`,
    );
  const opened = await openSession(options);
  const session = { ...opened, input: { ...opened.input, host: snapshot(opened.input.host) } };
  const { path } = namedPath(world, session.workspace, options.cwd ?? process.cwd(), place.slice(0, hash));
  const fragment = decoded(place.slice(hash + 1));
  return planChanges(session, await reword(session.input, { path, fragment }, words));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
