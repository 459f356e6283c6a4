import type { Path } from '../model.js';

/** Lines that stood at one place, and those that stand there instead. */
export interface Hunk {
  /** The line that the first of the removed ones had, from 1. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What one commit, or the work tree, did to one file. */
export interface Patch {
  readonly kind: 'added' | 'deleted' | 'renamed' | 'changed';
  /** Undefined for what is not committed. */
  readonly commit?: { readonly hash: string; readonly date: string };
  /** Of a file that is gone, the name that it had. */
  readonly path: Path;
  /** Of a renamed file, the name that it had. */
  readonly from?: Path;
  readonly hunks: readonly Hunk[];
}

/** Marks a commit in what `parsePatches` reads; a control character, so that no line of a header has it. */
export const commitFormat = '--format=%x01%h %cs';

interface Draft {
  kind: Patch['kind'];
  commit?: NonNullable<Patch['commit']>;
  path: Path;
  from?: Path;
  readonly hunks: (Hunk & { readonly removed: string[]; readonly added: string[] })[];
}

/** Reads patches without context, as `git log -p -U0` and `git diff -U0` print them; an end that is cut off is left out. */
export function parsePatches(output: string): Patch[] {
  const patches: Draft[] = [];
  let commit: Patch['commit'];
  let patch: Draft | undefined;
  /** Lines of the open hunk that are still to come; a line of theirs may look like a header. */
  let removed = 0;
  let added = 0;
  for (const line of output.split('\n')) {
    const hunk = patch?.hunks.at(-1);
    if (hunk && removed > 0 && line.startsWith('-')) {
      hunk.removed.push(withoutReturn(line.slice(1)));
      removed--;
    } else if (hunk && added > 0 && line.startsWith('+')) {
      hunk.added.push(withoutReturn(line.slice(1)));
      added--;
    } else if (line.startsWith('\x01')) {
      const [hash = '', date = ''] = line.slice(1).split(' ');
      commit = { hash, date };
    } else if (line.startsWith('diff --git ')) {
      const names = line.slice('diff --git a/'.length);
      patch = { kind: 'changed', path: names.slice(0, (names.length - ' b/'.length) / 2), hunks: [] };
      if (commit) patch.commit = commit;
      patches.push(patch);
    } else if (patch) {
      const counts = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line);
      if (counts) {
        [removed, added] = [Number(counts[2] ?? 1), Number(counts[3] ?? 1)];
        patch.hunks.push({ line: Number(counts[1]), removed: [], added: [] });
      } else readHeader(line, patch);
    }
  }
  if (removed + added > 0) patch?.hunks.pop();
  return patches;
}

function readHeader(line: string, patch: Draft): void {
  if (patch.hunks.length > 0) return;
  if (line.startsWith('new file mode ')) patch.kind = 'added';
  else if (line.startsWith('deleted file mode ')) patch.kind = 'deleted';
  else if (line.startsWith('rename from ')) {
    patch.kind = 'renamed';
    patch.from = line.slice('rename from '.length);
  } else if (line.startsWith('rename to ')) patch.path = line.slice('rename to '.length);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
