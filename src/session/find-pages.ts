import type { RunInput } from '../engine/input.js';
import { prepare } from '../engine/prepare.js';
import type { Path } from '../model.js';
import { isWithin } from '../paths.js';
import type { LintOptions } from './lint.js';
import { nothingToCheck } from './nothing-to-check.js';
import { openSession, type Session, type Surroundings } from './open.js';

/** A session that is ready to be run. Throws UserError where there is nothing to check. */
export async function findPages(
  options: LintOptions,
  {
    alter = (input) => input,
    ...runs
  }: {
    readonly isSingle?: boolean;
    alter?(input: Session['input'], session: Session): Session['input'];
  } = {},
  around: Surroundings = {},
): Promise<Session> {
  const session = await openSession(options, around);
  const input = await prepare(alter(session.input, session), runs);
  const empty = emptyRoots(input);
  if (empty.length > 0 && !options.allowUnmatched) {
    const isChosen = session.choosesPages || (options.paths ?? []).length > 0;
    throw nothingToCheck(empty, { host: input.host, isChosen, isPage: (path) => input.isPage(path) });
  }
  return { ...session, input };
}

/** Docs roots without a page. A file that could not even be read is one, and is spoken of elsewhere. */
function emptyRoots({ roots, found, extraPages = [] }: RunInput): readonly Path[] {
  if (!found || (extraPages.length > 0 && found.pages.length === 0)) return [];
  const there = [...found.pages, ...found.failures.map(({ path }) => path)];
  return roots.filter((root) => !there.some((path) => isWithin(root, path)));
}
