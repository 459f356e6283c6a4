import { applyEdits } from '../../src/fix/apply-edits.js';
import { isWithin, relocated } from '../../src/paths.js';
import { redirectEdits } from '../../src/refactor/redirects/redirect-edits.js';
import { type Refactored, refactor } from '../../src/refactor/refactor.js';
import { reword } from '../../src/refactor/reword.js';
import { inputOf } from './run-tree.js';

type Files = ReadonlyMap<string, string>;
type After = Refactored & { readonly files: Files };

/** A tree in memory with a file or a folder moved. */
export async function moveIn(files: Files, from: string, to: string): Promise<After> {
  const move = { from, to, files: [...files.keys()].filter((path) => isWithin(from, path)) };
  const done = await refactor(await inputOf(files), {
    move,
    more: (before, after) => redirectEdits(before, after, move),
  });
  return { ...done, files: edited(files, done, (path) => relocated(move, path)) };
}

/** A tree in memory with other words for a heading. */
export async function rewordIn(files: Files, place: string, words: string): Promise<After> {
  const [path = '', fragment = ''] = place.split('#');
  const done = await reword(await inputOf(files), { path, fragment }, words);
  return { ...done, files: edited(files, done, (one) => one) };
}

function edited(files: Files, { edits }: Refactored, name: (path: string) => string): Files {
  return new Map(
    [...files].map(([path, text]) => {
      const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
      return [name(path), mark + applyEdits(text.slice(mark.length), edits.get(path) ?? [])];
    }),
  );
}
