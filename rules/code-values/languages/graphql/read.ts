import type { Declared, Member, Outline } from '../shared/outline.js';
import type { Part } from '../shared/parts.js';
import { after, endOfQuoted, type Lexis, scan } from '../shared/scan.js';

const lexis: Lexis = {
  lineComments: ['#'],
  marks: ['...'],
  special(source, at) {
    if (source[at] !== '"') return undefined;
    if (!source.startsWith('"""', at)) return { kind: 'text', end: endOfQuoted(source, at) };
    return { kind: 'text', end: endOfBlock(source, at + 3) };
  },
};

function endOfBlock(source: string, from: number): number {
  let end = after(source, '"""', from);
  while (source.startsWith('\\"""', end - 4) && end < source.length) end = after(source, '"""', end);
  return end;
}

/** Reads the enums of a GraphQL schema. */
export function readGraphql(text: string): Outline {
  const tokens = scan(text, lexis);
  const declared: Declared[] = [];
  for (let at = 0; at < tokens.size; ) {
    if (tokens.is(at, 'enum') && tokens.kind(at + 1) === 'name') {
      const open = behindDirectives(at + 2);
      if (tokens.is(open, '{')) {
        const members = valuesOf([open + 1, tokens.close(open)]);
        declared.push({ name: tokens.word(at + 1), span: tokens.span(at + 1), value: { members } });
      }
      at = tokens.is(open, '{') ? tokens.close(open) + 1 : Math.max(at + 2, open);
    } else at = tokens.close(at) + 1;
  }
  return { declared };

  /** `@name(…)`, any number of times. */
  function behindDirectives(from: number): number {
    let at = from;
    while (tokens.is(at, '@')) at = tokens.is(at + 2, '(') ? tokens.close(at + 2) + 1 : at + 2;
    return at;
  }

  function valuesOf([from, to]: Part): Member[] {
    const members: Member[] = [];
    for (let at = from; at < to; ) {
      if (tokens.kind(at) === 'name')
        members.push({ span: tokens.span(at), name: tokens.word(at), value: tokens.word(at) });
      at = behindDirectives(Math.max(at + 1, tokens.close(at)));
    }
    return members;
  }
}
