import type { RunInput } from '../engine/input.js';
import { survey } from '../engine/survey.js';
import { UserError } from '../errors.js';
import { extractFacts } from '../facts/extract.js';
import { applyEdits } from '../fix/apply-edits.js';
import { readingAfter } from '../fix/reading-after.js';
import { parsedPage } from '../markdown/parsed-page.js';
import type { Edit, Heading, MarkdownDocument, Path } from '../model.js';
import { findHeading } from './find-heading.js';
import { type Refactored, refactor } from './refactor.js';
import { renamedIds } from './renamed-ids.js';
import { rewordHeading } from './reword-heading.js';

/** Works out all that other words for a heading take. Throws UserError where there is none, or the words would be none. */
export async function reword(
  input: RunInput,
  { path, fragment }: { readonly path: Path; readonly fragment: string },
  words: string,
): Promise<Refactored> {
  if (!/\.(?:md|mdx|markdown)$/i.test(path) || input.host.has(path) !== 'file')
    throw new UserError('is no page, so it has no heading.', { path });
  if (words.trim() === '' || /\p{Cc}|[\u2028\u2029]/u.test(words) || !words.isWellFormed())
    throw new UserError('A heading is one line of text. Give it words.');
  const { found: _found, ...rest } = input;
  const { project } = survey({ ...rest, rules: new Map(), extraPages: [path] });
  const heading = findHeading(project, path, fragment);
  const text = input.host.read(path) ?? '';
  const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
  const read = (one: string): MarkdownDocument =>
    parsedPage({ path, text: one, syntax }, input.parser.read(one, syntax));
  const before = read(text);
  const facts = extractFacts(before);
  const rewording = rewordHeading(
    { path, text, tree: before.tree, heading, anchors: facts.anchors },
    words.trim(),
  );
  const after = extractFacts(read(applyEdits(text, [rewording])));
  const isSound =
    isReworded(facts.headings, after.headings, heading, rewording) &&
    readingAfter(path, text, input.parser)([rewording]).isKept;
  if (!isSound)
    throw new UserError(
      `\`${words}\` would not be read as the words of this heading. Escape what Markdown takes for a mark.`,
      { path },
    );
  return refactor(input, { rewording, fragment: renamedIds });
}

/** Whether the heading has the new words and nothing more, and all others are what they were. */
function isReworded(
  before: readonly Heading[],
  after: readonly Heading[],
  heading: Heading,
  { start, end, text }: Edit,
): boolean {
  const grown = text.length - (end - start);
  return (
    before.length === after.length &&
    before.every((old, index) => {
      const now = after[index] as Heading;
      if (now.depth !== old.depth || now.from !== old.from) return false;
      if (old.span[0] !== heading.span[0]) return JSON.stringify(now.content) === JSON.stringify(old.content);
      const written =
        now.raw ?? now.content.map((part) => (typeof part === 'string' ? part : part[1])).join('');
      return now.span[0] === old.span[0] && now.span[1] === old.span[1] + grown && holds(written, text);
    })
  );
}

/** A raw heading has its white space folded. */
function holds(written: string, text: string): boolean {
  return written.replace(/\s+/g, ' ').includes(text.trim().replace(/\s+/g, ' '));
}
