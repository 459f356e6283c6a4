import type { Span } from '../model.js';
import { lineColumn, lineStarts } from '../text.js';
import { jsonTokens, type Mistake, type Token } from './json-tokens.js';

/** Deeper than any config, and shallow enough for every recursive reader that follows. */
const deepest = 100;
const commaMissing = 'A `,` is missing here.';

/** What may come next. `key` and `item` allow the closing bracket too, and with it trailing commas. */
type Expect = 'root' | 'key' | 'colon' | 'value' | 'item' | 'next' | 'end';

/**
 * Every syntax error of JSON with comments and trailing commas, at the place where a person made it: what is
 * missing is missed behind the token before it, and one slip is one mistake.
 */
export function jsonMistakes(text: string): Mistake[] {
  const { tokens, mistakes } = jsonTokens(text);
  const found: Mistake[] = [];
  const open: { readonly kind: '{' | '['; readonly span: Span }[] = [];
  let expect = 'root' as Expect;
  let last: Token | undefined;
  let key: Token | undefined;

  const report = (span: Span, message: string): void => void found.push({ span, message });
  const write = ({ span: [start, end] }: Token): string => text.slice(start, Math.min(end, start + 40));
  const behindLast = (): Span => (last ? [last.span[1], last.span[1]] : [0, 0]);
  const ended = (): Expect => (open.length === 0 ? 'end' : 'next');
  const inside = (): Expect => (open.at(-1)?.kind === '{' ? 'key' : 'item');
  const tooMany = (token: Token): void => report(token.span, `One \`${write(token)}\` too many. Remove it.`);
  const neverClosed = (kind: '{' | '[', span: Span): void =>
    report(span, `This \`${kind}\` is never closed. Add the missing \`${closerOf(kind)}\`.`);
  const noValue = (): void =>
    report(
      key?.span ?? behindLast(),
      key ? `The key \`${write(key)}\` has no value.` : 'A value is missing here.',
    );

  function startValue(token: Token): void {
    if (token.kind === '{' || token.kind === '[') {
      open.push({ kind: token.kind, span: token.span });
      expect = inside();
      return;
    }
    if (token.kind === 'word') {
      report(token.span, `\`${write(token)}\` is no JSON value. Strings stand in double quotes.`);
    }
    expect = ended();
  }

  function close(token: Token): void {
    if (!open.some(({ kind }) => closerOf(kind) === token.kind)) {
      tooMany(token);
      return;
    }
    for (let top = open.pop(); top && closerOf(top.kind) !== token.kind; top = open.pop()) {
      neverClosed(top.kind, top.span);
    }
    expect = ended();
  }

  /** A string and a colon in an array: the string is a key, so the array was to end before it. */
  function colonAfterValue(token: Token): void {
    const top = open.at(-1);
    if (top?.kind !== '[' || open.at(-2)?.kind !== '{' || last?.kind !== 'string') {
      tooMany(token);
      return;
    }
    if (found.at(-1)?.message === commaMissing) found.pop();
    neverClosed(top.kind, top.span);
    open.pop();
    key = last;
    expect = 'value';
  }

  /** Each returns false for a token that is to be looked at again in the state that it left. */
  const steps: Readonly<Record<Expect, (token: Token) => boolean>> = {
    root(token) {
      if (token.kind === '{' || token.kind === '[') startValue(token);
      else {
        report(token.span, 'A config is an object. Start it with `{`.');
        expect = 'end';
      }
      return true;
    },
    key(token) {
      if (isCloser(token)) close(token);
      else if (token.kind === ',') tooMany(token);
      else if (token.kind === '{' || token.kind === '[') {
        report(token.span, `A key and a \`:\` are missing before this \`${token.kind}\`.`);
        startValue(token);
      } else if (token.kind === ':') {
        report(token.span, 'A key is missing before this `:`.');
        key = undefined;
        expect = 'value';
      } else {
        if (token.kind !== 'string')
          report(token.span, `Keys stand in double quotes. Write \`"${write(token)}"\`.`);
        key = token;
        expect = 'colon';
      }
      return true;
    },
    colon(token) {
      if (token.kind === ',' || isCloser(token)) {
        noValue();
        expect = 'next';
        return false;
      }
      expect = 'value';
      if (token.kind === ':') return true;
      if (/^=>?$/.test(write(token))) {
        report(token.span, `\`${write(token)}\` cannot stand behind a key. Write \`:\`.`);
        return true;
      }
      report(behindLast(), 'A `:` is missing behind this key.');
      return false;
    },
    value(token) {
      if (token.kind === ',' || isCloser(token)) {
        noValue();
        expect = 'next';
        return false;
      }
      if (token.kind === ':') tooMany(token);
      else startValue(token);
      return true;
    },
    item(token) {
      if (isCloser(token)) close(token);
      else if (token.kind === ',' || token.kind === ':') tooMany(token);
      else startValue(token);
      return true;
    },
    next(token) {
      if (token.kind === ',') expect = inside();
      else if (isCloser(token)) close(token);
      else if (token.kind === ':') colonAfterValue(token);
      else {
        report(behindLast(), commaMissing);
        expect = inside();
        return false;
      }
      return true;
    },
    end: () => true,
  };

  for (const token of tokens) {
    if (expect === 'end') {
      if (found.length === 0)
        report(token.span, 'The config has ended before this. Remove what follows its end.');
      break;
    }
    while (!steps[expect](token));
    if (open.length > deepest) {
      report(token.span, `This is nested more than ${deepest} levels deep.`);
      return found;
    }
    last = token;
  }
  if (open.length > 0) {
    if (expect === 'colon' || expect === 'value') noValue();
    const starts = lineStarts(text);
    const opened = open.map(
      ({ kind, span }) => `the \`${kind}\` of line ${lineColumn(starts, span[0]).line}`,
    );
    const missing = open.map(({ kind }) => closerOf(kind)).reverse();
    report(behindLast(), `\`${missing.join('')}\` is missing at the end, for ${opened.join(' and ')}.`);
  }
  return [...mistakes, ...found].sort((a, b) => a.span[0] - b.span[0]);
}

function closerOf(kind: '{' | '['): '}' | ']' {
  return kind === '{' ? '}' : ']';
}

function isCloser({ kind }: Token): boolean {
  return kind === '}' || kind === ']';
}
