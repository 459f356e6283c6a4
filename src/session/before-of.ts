import type { Earlier } from '../cache/answers.js';
import type { Before, Kept } from '../engine/kept.js';
import type { Path } from '../model.js';
import type { Session } from './open.js';
import { toPath } from './workspace.js';

/** What a run asks of git is asked by all that take it up, each adding its own. After so many questions one begins anew. */
const mostQuestions = 12;

/** What an earlier run over a workspace left to one in which some pages hold something else. */
export function beforeOf(
  { input, workspace, world }: Session,
  { changes, left, trace }: Earlier,
): Before | undefined {
  if (trace.git.length > mostQuestions) return undefined;
  const kept = left() as Kept | undefined;
  const root = world.real(workspace);
  const digests = new Map<Path, string>();
  for (const [file, digest] of changes.files) {
    const path = toPath(root, file);
    if (path === undefined) return undefined;
    digests.set(path, digest);
  }
  const pages = new Set(kept?.discovered.pages);
  if (!kept || ![...digests.keys()].every((path) => pages.has(path))) return undefined;
  return {
    kept,
    changed: new Set(digests.keys()),
    was(path) {
      const parts = input.cache?.earlier?.(path, digests.get(path) ?? '');
      return parts && { parts };
    },
    hasGit: changes.git.size === 0,
  };
}
