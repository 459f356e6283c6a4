import type { Break, Change, Move, Path } from '../model.js';
import { visible } from './safe.js';
import { counted } from './verdict.js';

interface Done {
  readonly move?: Move;
  readonly changes: readonly Change[];
  readonly links: ReadonlyMap<Path, number>;
}

/** What was moved or reworded, and where links were rewritten. */
export function renderRefactoring({ move, changes, links }: Done): string {
  const newName = new Map(changes.map(({ path, to = path }) => [path, to]));
  const rows = [...links].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = rows.map(([path]) => visible(newName.get(path) ?? path));
  const width = Math.max(0, ...names.map(({ length }) => length));
  const lines = rows.map(
    ([, count], at) => `  ${(names[at] as string).padEnd(width)}  ${counted(count, 'link')}`,
  );
  const others = changes.filter(({ path, edits }) => edits.length > 0 && !links.has(path));
  const all = [...links.values()].reduce((sum, count) => sum + count, 0);
  const moved = changes.filter(({ to }) => to !== undefined).length;
  const what = [
    ...(move ? [`moved ${counted(moved, 'file')}`] : []),
    all === 0
      ? 'no link had to change'
      : `rewrote ${counted(all, 'link')} in ${counted(rows.length, 'file')}`,
  ].join('; ');
  return [
    ...(move ? [`${visible(move.from)} → ${visible(move.to)}`] : []),
    ...lines,
    ...others.map(({ path, to = path }) => `  ${visible(to)}`),
    `✔ ${what[0]?.toUpperCase()}${what.slice(1)}`,
    '',
  ].join('\n');
}

/** What is or would be worse than before; nothing where all is well. */
export function renderBreaks(
  breaks: readonly Break[],
  { isDone, force }: { readonly isDone: boolean; readonly force: boolean },
): string {
  if (breaks.length === 0) return '';
  const lines = breaks.map(({ path, line, column, message }) =>
    visible(`${path}:${line}:${column}  ${message}`),
  );
  const places = counted(breaks.length, 'place');
  const end = isDone
    ? `✖ ${places} left to change by hand.`
    : `✖ Nothing was written: ${places} would be wrong.${force ? '' : ' Change them first, or use --force.'}`;
  return `${[...lines, end].join('\n')}\n`;
}
