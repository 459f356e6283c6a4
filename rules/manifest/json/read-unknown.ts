import { quoted } from '../quoted.js';
import { giveUpLine, restOfLine } from './give-up-line.js';
import { giveUp, mistake, type Reading } from './reading.js';
import type { Token } from './tokens.js';

/** Words of other languages, and what JSON writes for them. */
const words = new Map([
  ...['True', 'TRUE'].map((word) => [word, '`true`'] as const),
  ...['False', 'FALSE'].map((word) => [word, '`false`'] as const),
  ...['None', 'Null', 'NULL', 'nil', 'undefined'].map((word) => [word, '`null`'] as const),
  ...['NaN', 'Infinity'].map((word) => [word, 'a number, or `null`'] as const),
]);

/** Says what is wrong with text that is no token of JSON; returns the token that was meant, where that is plain. */
export function readUnknown(reading: Reading, token: Token): Token | undefined {
  const { expect, last, text, tokens } = reading;
  const { start } = token;
  const rest = restOfLine(text, start);
  const glued = start === last.end;

  /** The text up to `length`, read as a token of this kind. */
  const meant = (kind: 'string' | 'null', length: number, value: string): Token => {
    tokens.jump(start + length);
    return { kind, start, end: start + length, value, fault: undefined };
  };
  const wrong = (length: number, message: string) => mistake(reading, [start, start + length], message);

  const space = /^[\s\u200b-\u200d\u2060\ufeff]+/u.exec(rest)?.[0];
  if (space) {
    const code = (space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    wrong(space.length, `U+${code} is no white space in JSON. Write a plain space.`);
    tokens.jump(start + space.length);
    return undefined;
  }
  if (glued && last.kind === 'string' && (expect === 'comma' || expect === 'colon')) {
    sayQuote(reading, rest);
    return giveUpLine(reading, start);
  }
  if (glued && last.kind === 'number') {
    const number = quoted(text.slice(last.start, token.end));
    mistake(reading, [last.start, token.end], `${number} is no number in JSON. Write it in decimal digits.`);
    return undefined;
  }
  if (rest.startsWith('#')) {
    wrong(rest.length, 'JSON has no comments. Remove this one.');
    tokens.jump(start + rest.length);
    return undefined;
  }
  const otherQuotes = /^(?:'([^'\n]*)'|`([^`\n]*)`|[“”„]([^“”"\n]*)[“”"])/.exec(rest);
  if (otherQuotes) {
    const value = otherQuotes[1] ?? otherQuotes[2] ?? otherQuotes[3] ?? '';
    wrong(otherQuotes[0].length, `Strings need double quotes. Write ${quoted(`"${value}"`)}.`);
    return meant('string', otherQuotes[0].length, value);
  }
  const key = expect === 'value' ? undefined : /^([\w$.-]+)(?:"|(?=\s*:))/.exec(rest);
  if (key?.[1]) {
    wrong(key[0].length, `Keys need double quotes. Write ${quoted(`"${key[1]}"`)}.`);
    return meant('string', key[0].length, key[1]);
  }
  if (expect === 'value') {
    const word = words.get(token.value);
    if (word) {
      wrong(token.value.length, `${quoted(token.value)} is no value in JSON. Write ${word}.`);
      return meant('null', token.value.length, token.value);
    }
    if (reading.stack.length === 0) {
      wrong(
        token.value.length,
        'JSON cannot begin like this. The file must hold an object, from `{` to `}`.',
      );
      reading.lost = true;
      return undefined;
    }
    const value = unquotedValue(rest);
    const content = value.replaceAll('"', '');
    wrong(value.length, `Text needs double quotes. Write ${quoted(`"${content}"`)}.`);
    return meant('string', value.length, content);
  }
  giveUp(reading, [start, token.end], `${quoted(token.value)} cannot stand here. Remove it.`);
  return undefined;
}

/** Up to the quote that lacks a first one, else up to where the value must end. */
function unquotedValue(rest: string): string {
  const quotes = rest.split('"').length - 1;
  const end = quotes % 2 === 1 ? rest.indexOf('"') + 1 : rest.search(/[,\]}]|$/);
  return rest.slice(0, Math.max(end, 1)).trimEnd();
}

/** A string ended too early, by a quote inside it or by one that was forgotten before. */
function sayQuote(reading: Reading, rest: string): void {
  const { expect, last, text } = reading;
  const key = expect === 'colon' ? /^"([\w$-]+)\s*:/.exec(text.slice(last.start, last.end))?.[1] : undefined;
  const next = quoted(/^[^\s":,{}[\]]+/.exec(rest)?.[0] ?? rest.slice(0, 1));
  if (key)
    mistake(
      reading,
      [last.start, last.end],
      `The quote behind ${quoted(key)} is missing. Write ${quoted(`"${key}":`)}.`,
    );
  else {
    mistake(
      reading,
      [last.end - 1, last.end],
      `The string ends at this quote, and ${next} follows. Write \`\\"\` for a quote inside a string, or add the one that is missing before.`,
    );
  }
}
