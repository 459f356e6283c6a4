import type { Fate, Path, Project, ProjectFinding } from '../../src/rule.js';
import { difference } from './difference.js';
import type { Claim, Opened } from './facts.js';
import { findFile, type NotFound } from './find-file.js';
import { missingFile } from './missing-file.js';
import { movedRange } from './moved-range.js';
import { outdated, renumber } from './outdated.js';
import { pickPart } from './pick-part.js';
import { readBlock } from './read-block.js';

/** What is wrong with a block that says where it comes from; undefined when nothing is. */
export function checkClaim(
  project: Project,
  page: Path,
  claim: Claim,
  fates: ReadonlyMap<Path, Fate>,
): ProjectFinding | undefined {
  const { by, span, source } = claim;
  const base = { path: page, span };
  const found = findFile(project, page, claim);
  if ('message' in found) {
    // A comment of embedme's is a link that broken-links knows, and its first line may be no more than a title.
    if (by === 'embedme' || (by === 'first-line' && !source.part)) return undefined;
    if (by === 'info' && !isKnown(found, fates)) return undefined;
    return { ...base, code: 'missing-file', ...missingFile(page, claim, found, fates) };
  }
  const { path } = found;
  const text = project.text(path);
  if (text === undefined) {
    const message = `\`${path}\` cannot be read as text. Name another file.`;
    return { ...base, code: 'missing-file', message, target: path };
  }
  const opened: Opened = { ...claim, block: readBlock(claim.block, claim.by) };
  const picked = pickPart(text, path, source.part);
  if ('message' in picked) {
    if (by === 'embedme' && picked.code === 'missing-lines') return undefined;
    const moved = movedRange(opened, text);
    const answer = moved ? ` What the block shows is at lines ${moved.first} to ${moved.last}.` : '';
    const message = `${picked.message}${answer}`;
    return {
      ...base,
      code: picked.code,
      message,
      target: path,
      ...(moved ? renumber(page, opened, moved.text) : {}),
    };
  }
  const { block } = opened;
  // A block that a generator fills has nothing to compare.
  if (by === 'info' && block.lines.every((line) => line.trim() === '')) return undefined;
  const differences = picked.copies.flatMap((copy) => difference(block, copy) ?? []);
  if (differences.length < picked.copies.length) return undefined;
  return { ...base, ...outdated(page, opened, { path, text, picked, differences }) };
}

/** Whether anything speaks for a file that the project has or had, and not one that a reader is to make. */
function isKnown({ wanted, near, isThere }: NotFound, fates: ReadonlyMap<Path, Fate>): boolean {
  return isThere === true || near !== undefined || (wanted !== undefined && fates.has(wanted));
}
