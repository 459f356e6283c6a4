import type { Path } from '../model.js';

/** The one of some new files that holds most of a lost file's lines, if it has at least half of them; else undefined. */
export function untrackedTwin(
  lost: string,
  candidates: readonly Path[],
  read: (path: Path) => string | undefined,
): Path | undefined {
  const lines = linesOf(lost);
  let best: { readonly path: Path; readonly share: number } | undefined;
  for (const path of lines.size === 0 ? [] : candidates) {
    const its = linesOf(read(path) ?? '');
    const shared = [...its].filter((line) => lines.has(line)).length;
    const share = shared / Math.max(lines.size, its.size);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { path, share };
  }
  return best?.path;
}

function linesOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}
