import type { Fix, MarkdownDocument } from '../../../src/rule.js';
import type { Block } from '../block-around.js';
import type { Dash } from './dash.js';
import { type Gap, gapOf, writeMarks } from './gap.js';
import { markFor } from './mark-for.js';

/**
 * The punctuation that fits in the place of a dash, where that can be told from what stands around it. A guess at
 * what the writer meant, so none of them is safe.
 */
export function fixesFor({ path, text }: MarkdownDocument, dashes: readonly Dash[]): ReadonlyMap<Dash, Fix> {
  const fixes = new Map<Dash, Fix>();
  const offer = (gaps: readonly Gap[], marks: readonly (readonly [string, string])[], what: string): void => {
    const edits = gaps.flatMap((gap, index) => writeMarks(path, text, gap, marks[index] ?? ['', '']));
    for (const { dash } of gaps) fixes.set(dash, { safe: false, description: `Write ${what}`, edits });
  };
  for (const [block, its] of byBlock(dashes)) {
    const [only, other] = its;
    if (only && !other && isWholeCell(text, only)) {
      fixes.set(only, hyphen(path, only));
      continue;
    }
    for (const sentence of sentences(text, block, its)) {
      const gaps = sentence.flatMap((dash) => gapOf(text, dash) ?? []);
      const joined = gaps.filter(({ dash }) => isJoining(text, dash));
      for (const { dash } of joined) fixes.set(dash, hyphen(path, dash));
      const others = gaps.filter((gap) => !joined.includes(gap));
      if (others.length !== sentence.length - joined.length) continue;
      const [first, second, third] = others;
      if (first && !second) {
        const mark = markFor(text, block, first);
        if (mark) offer([first], [[mark.sign, '']], mark.name);
      } else if (first && second && !third) {
        const inner = text.slice(first.behind, second.before);
        if (/[,;:()]/.test(inner))
          offer(
            [first, second],
            [
              ['', '('],
              [')', ''],
            ],
            'brackets',
          );
        else
          offer(
            [first, second],
            [
              [',', ''],
              [',', ''],
            ],
            'commas',
          );
      }
    }
  }
  return fixes;
}

function hyphen(path: string, { span: [start, end] }: Dash): Fix {
  return { safe: false, description: 'Write a hyphen', edits: [{ path, start, end, text: '-' }] };
}

/** Whether it stands for nothing, in a cell of a table. */
function isWholeCell(text: string, { block, written }: Dash): boolean {
  return block?.kind === 'cell' && text.slice(...block.span).replace(/[|\s]/g, '') === written;
}

function byBlock(dashes: readonly Dash[]): ReadonlyMap<Block, readonly Dash[]> {
  const found = new Map<Block, Dash[]>();
  for (const dash of dashes) {
    if (!dash.block) continue;
    const its = found.get(dash.block);
    if (its) its.push(dash);
    else found.set(dash.block, [dash]);
  }
  return found;
}

/** The dashes of each sentence; one behind what the text begins with is by itself. */
function* sentences(
  text: string,
  { span, lead, kind }: Block,
  dashes: readonly Dash[],
): Iterable<readonly Dash[]> {
  let sentence: Dash[] = [];
  let from = span[0];
  for (const dash of dashes) {
    const isLead =
      kind !== 'heading' &&
      from === span[0] &&
      lead[1] > span[0] &&
      isAside(text.slice(lead[1], dash.span[0]));
    if (sentence.length > 0 && /[.!?][)"'”’*_]*\s/.test(text.slice(from, dash.span[0]))) {
      yield sentence;
      sentence = [];
    }
    if (isLead) yield [dash];
    else sentence.push(dash);
    from = dash.span[1];
  }
  if (sentence.length > 0) yield sentence;
}

/** Nothing, or a remark in brackets. */
function isAside(text: string): boolean {
  return /^\s*(?:\([^()]*\)\s*)?$/.test(text);
}

/** An en dash that stands between two words without a space: from here to there, this and that. */
function isJoining(text: string, { isEn, span: [start, end] }: Dash): boolean {
  return isEn && /^[\p{L}\p{N}]$/u.test(text[start - 1] ?? '') && /^[\p{L}\p{N}]$/u.test(text[end] ?? '');
}
