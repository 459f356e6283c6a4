import { defineRule, type Span } from '../../src/rule.js';
import { blockAround } from './block-around.js';
import type { Dash } from './fixes/dash.js';
import { fixesFor } from './fixes/fixes-for.js';
import { proseSpans } from './prose-spans.js';

interface Options {
  readonly endash: boolean;
  readonly code: boolean;
  readonly frontMatter: boolean;
  readonly allow: readonly string[];
}

const advice = 'Restructure the sentence with a comma, a semicolon or a period; do not write ` -- ` instead.';
const em = /\u2014|&(?:mdash|#8212|#[xX]0*2014);/g;
const en = /^(?:\u2013|&(?:ndash|#8211|#[xX]0*2013);)$/;
const emOrEn = /[\u2013\u2014]|&(?:mdash|#8212|#[xX]0*2014|ndash|#8211|#[xX]0*2013);/g;

export default defineRule<Options>({
  scope: 'file',
  summary: 'Prose holds no em dash.',
  severity: 'error',
  fixable: true,
  codes: {
    emdash: advice,
    endash: 'As for `emdash`; a range of numbers is written with `to` or a hyphen.',
    entity: 'As for `emdash`; an entity is the same dash in disguise.',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      endash: { type: 'boolean', default: false, description: 'Report the en dash (U+2013) too.' },
      frontMatter: { type: 'boolean', default: false, description: 'Look into front matter too.' },
      code: { type: 'boolean', default: false, description: 'Look into code spans and code blocks too.' },
      allow: {
        type: 'array',
        items: { type: 'string', minLength: 1 },
        default: [],
        description: 'Texts in which a dash is allowed, such as a name or a quotation.',
      },
    },
  },
  *check(document, options) {
    if (!mayHold(document.text, options)) return;
    const all = [...document.text.matchAll(options.endash ? emOrEn : em)];
    if (all.length === 0) return;
    const allowed = allowedSpans(document.text, options.allow);
    const dashes: Dash[] = [];
    const blockOf = blockAround(document.nodes);
    for (const { span, literal, node } of proseSpans(document, options)) {
      for (let at = firstFrom(all, span[0]); at < all.length; at++) {
        const match = all[at] as RegExpExecArray;
        const start = match.index;
        const end = start + match[0].length;
        if (end > span[1]) break;
        if (match[0].length > 1 && (literal || document.text[start - 1] === '\\')) continue;
        if (allowed.some(([from, to]) => from <= start && end <= to)) continue;
        const block = node === undefined ? undefined : blockOf(node);
        dashes.push({ written: match[0], isEn: en.test(match[0]), span: [start, end], block });
      }
    }
    const fixes = fixesFor(document, dashes);
    for (const dash of dashes) {
      const fix = fixes.get(dash);
      yield { ...finding(dash), ...(fix ? { fix } : {}) };
    }
  },
});

/** Tells quickly that a text has no dash: a search for single characters is many times as fast as one by a pattern. */
function mayHold(text: string, { endash }: Options): boolean {
  return text.includes('\u2014') || text.includes('&') || (endash && text.includes('\u2013'));
}

/** By binary search, the first of matches in order that begins at an offset or behind it. */
function firstFrom(matches: readonly RegExpExecArray[], offset: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle] as RegExpExecArray).index < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function finding({ written, span, isEn }: Dash) {
  const name = isEn ? 'en dash' : 'em dash';
  if (written.length > 1) return { code: 'entity', span, message: `\`${written}\` is an ${name}. ${advice}` };
  return { code: isEn ? 'endash' : 'emdash', span, message: `This is an ${name}. ${advice}` };
}

function allowedSpans(text: string, allow: readonly string[]): Span[] {
  return allow.flatMap((phrase) => {
    const spans: Span[] = [];
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
      spans.push([at, at + phrase.length]);
    return spans;
  });
}
