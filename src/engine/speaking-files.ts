import type { Facts, Path } from '../model.js';
import type { Speaking } from './kept.js';
import type { Survey } from './survey.js';

/** Files of which more is said than what rules over the whole tree say. */
export function speakingFiles({ files, resumed }: Survey): ReadonlyMap<Path, Speaking> {
  const { kept, changed } = resumed?.before ?? {};
  const known = kept && new Map(kept.speaking);
  const speaking = new Map<Path, Speaking>();
  for (const path of files.keys()) {
    const its = known && !changed?.has(path) ? known.get(path) : speakingOf(files.get(path));
    if (its) speaking.set(path, its);
  }
  return speaking;
}

function speakingOf(facts: Facts | undefined): Speaking | undefined {
  if (!facts) return undefined;
  const { findings, suppressions, lineStarts } = facts;
  if (suppressions.length > 0) return { findings, suppressions, lineStarts };
  return Object.keys(findings).length > 0 ? { findings, suppressions, lineStarts: [] } : undefined;
}
