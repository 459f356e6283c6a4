import { createScanner } from 'jsonc-parser';

/** By the scanner's own numbers for kinds of tokens. */
const kinds = [
  'unknown',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  'null',
  'true',
  'false',
  'string',
  'number',
  'comment',
  'comment',
  'space',
  'space',
  'unknown',
  'end',
] as const;
/** By the scanner's own numbers for what is wrong inside a token. */
const faults = [undefined, 'unclosed', 'unclosed', 'number', 'content', 'content', 'content'] as const;

export interface Token {
  readonly kind: Exclude<(typeof kinds)[number], 'space'>;
  readonly start: number;
  readonly end: number;
  /** A string's content, decoded; else the token as it is written. */
  readonly value: string;
  /** `content`: an escape or a control character that a JSON string may not have. */
  readonly fault: (typeof faults)[number];
}

export interface Tokens {
  /** The next token that is no white space; `end` for ever after the last. */
  next(): Token;
  /** Goes on from this offset, wherever the last token ended. */
  jump(offset: number): void;
}

/** A stream, so that a reader that gives up early has not paid for the rest. */
export function tokenize(text: string): Tokens {
  const scanner = createScanner(text);
  return {
    jump: scanner.setPosition,
    next() {
      for (;;) {
        const kind = kinds[scanner.scan() as number] ?? 'unknown';
        if (kind === 'space') continue;
        const start = scanner.getTokenOffset();
        // The scanner counts one too far behind a comment that is never closed.
        let end = Math.min(start + scanner.getTokenLength(), text.length);
        // A backslash at the end of a line makes it count half of the line end.
        while (kind === 'string' && /[\r\n]/.test(text[end - 1] ?? '')) end--;
        const value = kind === 'string' ? scanner.getTokenValue() : text.slice(start, end);
        return { kind, start, end, value, fault: faults[scanner.getTokenError() as number] };
      }
    },
  };
}
