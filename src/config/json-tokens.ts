import { createScanner, type ScanError, type SyntaxKind } from 'jsonc-parser';
import type { Span } from '../model.js';

export interface Mistake {
  readonly span: Span;
  readonly message: string;
}

export interface Token {
  /** `word` is anything that JSON does not know. */
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'literal' | 'word';
  readonly span: Span;
}

const end = 17 satisfies SyntaxKind.EOF;
const word = 16 satisfies SyntaxKind.Unknown;
const kinds: Readonly<Record<number, Token['kind'] | undefined>> = {
  [1 satisfies SyntaxKind.OpenBraceToken]: '{',
  [2 satisfies SyntaxKind.CloseBraceToken]: '}',
  [3 satisfies SyntaxKind.OpenBracketToken]: '[',
  [4 satisfies SyntaxKind.CloseBracketToken]: ']',
  [5 satisfies SyntaxKind.CommaToken]: ',',
  [6 satisfies SyntaxKind.ColonToken]: ':',
  [7 satisfies SyntaxKind.NullKeyword]: 'literal',
  [8 satisfies SyntaxKind.TrueKeyword]: 'literal',
  [9 satisfies SyntaxKind.FalseKeyword]: 'literal',
  [10 satisfies SyntaxKind.StringLiteral]: 'string',
  [11 satisfies SyntaxKind.NumericLiteral]: 'literal',
};
const flaws: Readonly<Record<number, string>> = {
  [1 satisfies ScanError.UnexpectedEndOfComment]: 'This comment is never closed. Close it with `*/`.',
  [2 satisfies ScanError.UnexpectedEndOfString]:
    'This string is never closed. Close it with `"` on the same line.',
  [3 satisfies ScanError.UnexpectedEndOfNumber]: 'This number is not complete.',
  [4 satisfies ScanError.InvalidUnicode]: 'A `\\u` in this string lacks its four hexadecimal digits.',
  [5 satisfies ScanError.InvalidEscapeCharacter]:
    'A `\\` in this string escapes nothing. Write `\\\\` for a backslash.',
  [6 satisfies ScanError.InvalidCharacter]:
    'This string has a control character. Write it as an escape, as `\\t`.',
};

/** The tokens of JSON with comments, and what is wrong inside single tokens. */
export function jsonTokens(text: string): {
  readonly tokens: readonly Token[];
  readonly mistakes: readonly Mistake[];
} {
  const scanner = createScanner(text, false);
  const tokens: Token[] = [];
  const mistakes: Mistake[] = [];
  for (let kind = scanner.scan(); kind !== end; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const stop = start + scanner.getTokenLength();
    const flaw = flaws[scanner.getTokenError()];
    if (flaw !== undefined) mistakes.push({ span: [start, stop], message: flaw });
    const known = kinds[kind];
    if (known !== undefined) tokens.push({ kind: known, span: [start, stop] });
    else if (kind === word) {
      const token = readWord(text, start, stop);
      if (token.kind === 'string')
        mistakes.push({ span: token.span, message: 'Strings stand in double quotes, not in single ones.' });
      scanner.setPosition(token.span[1]);
      tokens.push(token);
    }
  }
  return { tokens, mistakes };
}

/**
 * A string in single quotes is read as a whole, and so is an address without any: both hold what looks like
 * punctuation or a comment.
 */
function readWord(text: string, start: number, stop: number): Token {
  if (text[start] === "'") {
    for (let at = start + 1; at < text.length && text[at] !== '\n' && text[at] !== '\r'; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === "'") return { kind: 'string', span: [start, at + 1] };
    }
  }
  if (!text.startsWith('://', stop)) return { kind: 'word', span: [start, stop] };
  const address = /[^\s"',{}[\]]*/y;
  address.lastIndex = stop;
  address.test(text);
  return { kind: 'word', span: [start, address.lastIndex] };
}
