import type { Fix, Path, ProjectFinding, Related } from '../../src/rule.js';
import type { Difference } from './difference.js';
import type { Opened } from './facts.js';
import { trimmed } from './fold.js';
import { lineAt, nameOfPart, quoted } from './message.js';
import { movedRange } from './moved-range.js';
import type { Copy, Picked } from './pick-part.js';
import { refresh } from './refresh.js';

interface Compared {
  readonly path: Path;
  readonly text: string;
  readonly picked: Picked;
  /** One for each of the copies. */
  readonly differences: readonly Difference[];
}

type Judgement = Omit<ProjectFinding, 'path' | 'span'>;

/** A block that is not what it says it is, with where they part and what mends it. */
export function outdated(
  page: Path,
  claim: Opened,
  { path, text, picked, differences }: Compared,
): Judgement {
  const { block, source } = claim;
  const name = nameOfPart(path, source.part);
  const base = { code: 'outdated', target: path };
  const moved = movedRange(claim, text);
  if (moved) {
    const fix = renumber(page, claim, moved.text);
    const message = `This block is not ${name}. What it shows is at lines ${moved.first} to ${moved.last} now. Name those.`;
    return { ...base, message, related: [lineAt(path, text, moved.first, 'what the block shows')], ...fix };
  }
  const at = likeliest(claim, picked.copies);
  const copy = picked.copies[at] as Copy;
  const { here, there } = differences[at] as Difference;
  const number = there === undefined ? undefined : copy.numbers[there];
  const own = here === undefined ? undefined : block.spans[here];
  const related: Related[] = [
    ...(own ? [{ path: page, span: own, message: 'here' }] : []),
    ...(number === undefined ? [] : [lineAt(path, text, number, 'there')]),
  ];
  const ours = here === undefined ? undefined : quoted(block.lines[here] as string);
  const theirs = there === undefined ? undefined : quoted(copy.lines[there] as string);
  const detail =
    ours === undefined
      ? theirs === undefined
        ? 'Nothing is there.'
        : `It ends before ${theirs} at ${path}:${number}.`
      : theirs === undefined
        ? `Its line ${(here as number) + 1}, ${ours}, is not there.`
        : `Its line ${(here as number) + 1} is ${ours}; ${path}:${number} is ${theirs}.`;
  const edits =
    picked.isOnly && copy.lines.some((line) => line.trim() !== '') ? refresh(page, block, copy) : undefined;
  const safe = !(source.part && 'lines' in source.part);
  const fix: Fix | undefined = edits && { safe, description: `Copy ${name}`, edits };
  return {
    ...base,
    message: `This block differs from ${name}. ${detail} Copy it anew.`,
    related,
    ...(fix ? { fix } : {}),
  };
}

/** The fix that names other lines. */
export function renumber(page: Path, { source: { range } }: Opened, text: string): { readonly fix?: Fix } {
  if (!range) return {};
  const [start, end] = range.span;
  return {
    fix: { safe: true, description: `Name the lines ${text}`, edits: [{ path: page, start, end, text }] },
  };
}

/** The copy that begins as the block does; the first where none does. */
function likeliest({ block: { lines, lead } }: Opened, copies: readonly Copy[]): number {
  const own = lines.slice(lead);
  const first = own[trimmed(own)[0]]?.trim();
  return Math.max(
    0,
    copies.findIndex((copy) => copy.lines[trimmed(copy.lines)[0]]?.trim() === first),
  );
}
