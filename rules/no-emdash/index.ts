import { defineRule, type Span } from '../../src/rule.js';
import { proseSpans } from './prose-spans.js';

interface Options {
  readonly endash: boolean;
  readonly code: boolean;
  readonly frontMatter: boolean;
  readonly allow: readonly string[];
}

const advice = 'Restructure the sentence with a comma, a semicolon or a period; do not write ` -- ` instead.';
const em = /\u2014|&(?:mdash|#8212|#[xX]0*2014);/g;
const emOrEn = /[\u2013\u2014]|&(?:mdash|#8212|#[xX]0*2014|ndash|#8211|#[xX]0*2013);/g;

export default defineRule<Options>({
  scope: 'file',
  summary: 'Prose holds no em dash.',
  severity: 'error',
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
    const pattern = options.endash ? emOrEn : em;
    if (document.text.search(pattern) < 0) return;
    const allowed = allowedSpans(document.text, options.allow);
    for (const {
      span: [start, end],
      literal,
    } of proseSpans(document, options)) {
      for (const match of document.text.slice(start, end).matchAll(pattern)) {
        const span: Span = [start + match.index, start + match.index + match[0].length];
        if (match[0].length > 1 && (literal || document.text[span[0] - 1] === '\\')) continue;
        if (!allowed.some(([from, to]) => from <= span[0] && span[1] <= to)) yield finding(match[0], span);
      }
    }
  },
});

function finding(written: string, span: Span) {
  const isEn = written === '\u2013' || /^&(?:ndash|#8211|#[xX]0*2013);$/.test(written);
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
