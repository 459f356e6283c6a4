import { Parser } from 'htmlparser2';
import type { Span } from '../../../src/rule.js';
import type { Value } from '../facts.js';
import { foldSpace } from './pieces.js';

/** A `<dt>` as far as it has been read. */
interface Term {
  text: string;
  span?: Span;
  /** What its leading `<code>` holds. */
  code?: { text: string; span: Span };
}

/** The `<dt>` of a part of the source, which may begin and end inside of one. */
export function htmlTerms(
  source: string,
  [from, to]: Span,
  isOpen: boolean,
): { readonly values: readonly Value[]; readonly endsOpen: boolean } {
  const values: Value[] = [];
  let term: Term | undefined = isOpen ? { text: '' } : undefined;
  let isCode = false;
  let isEnd = false;
  const close = () => {
    if (term) values.push(...termValue(term, source));
    term = undefined;
    isCode = false;
  };
  const parser = new Parser({
    onopentagname(name) {
      if (name === 'dt' || name === 'dd') close();
      if (name === 'dt') term = { text: '' };
      isCode = name === 'code' && term !== undefined && term.text.trim() === '';
    },
    onclosetag(name) {
      if (isEnd) return;
      if (name === 'dt' || name === 'dl') close();
      if (name === 'code') isCode = false;
    },
    ontext(text) {
      if (!term) return;
      const span: Span = [from + parser.startIndex, from + parser.endIndex + 1];
      if (isCode) term.code = { text: (term.code?.text ?? '') + text, span: join(term.code?.span, span) };
      if (text.trim() !== '') term.span = join(term.span, span);
      term.text += text;
    },
  });
  parser.write(source.slice(from, to));
  isEnd = true;
  parser.end();
  const endsOpen = term !== undefined && term.text.trim() === '';
  close();
  return { values, endsOpen };
}

function termValue({ text, span, code }: Term, source: string): Value[] {
  const value = foldSpace(code?.text ?? text);
  const place = code?.span ?? span;
  if (value === '' || !place) return [];
  const start = place[0] + source.slice(...place).search(/\S|$/);
  const exact: Span = [start, start + value.length];
  return source.slice(...exact) === value && source.slice(exact[1], place[1]).trim() === ''
    ? [{ value, span: exact, write: 'text' }]
    : [{ value, span: place }];
}

function join(a: Span | undefined, b: Span): Span {
  return a ? [a[0], b[1]] : b;
}
