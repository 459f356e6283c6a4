import { countBrackets } from './count-brackets.js';
import {
  closeFrame,
  closerOf,
  type Frame,
  mistake,
  place,
  type Reading,
  unclosed,
  valueless,
} from './reading.js';
import type { Token } from './tokens.js';

/** Reads `}` or `]`. Where it does not fit, the count of all brackets tells which one is too many or missing. */
export function closeBracket(reading: Reading, token: Token): void {
  const opener = token.kind === '}' ? '{' : '[';
  const span = [token.start, token.end] as const;
  for (;;) {
    const frame = reading.stack.at(-1);
    if (frame?.opener === opener) {
      finish(reading, frame, token);
      return;
    }
    reading.surplus ??= countBrackets(reading.text);
    const { surplus } = reading;
    const missing = frame !== undefined && surplus[frame.opener] > 0;
    const stray = surplus[opener] < 0;
    if (!frame || (stray && !missing)) {
      surplus[opener]++;
      const value = reading.expect === 'comma' ? frame?.members.at(-1)?.value : undefined;
      if (opener === '[' && value?.type === 'object') {
        const end = place(reading, token.start);
        const message = `A \`[\` is missing here, or the \`]\` at ${end} is one too many. Mend either.`;
        mistake(reading, [value.span[0], value.span[0]], message, { span, message: 'This closes nothing' });
        return;
      }
      mistake(reading, span, `This \`${token.kind}\` closes nothing. Remove it.`);
      reading.lost ||= reading.expect === 'value' && !frame;
      return;
    }
    surplus[frame.opener]--;
    if (missing && !stray && reading.stack.some((open) => open.opener === opener)) {
      unclosed(reading, frame, reading.comma?.[0] ?? reading.last.end);
      closeFrame(reading, reading.last.end);
      continue;
    }
    surplus[opener]++;
    const start = place(reading, frame.start);
    mistake(
      reading,
      span,
      `This \`${token.kind}\` stands where the \`${frame.opener}\` at ${start} ends. Write \`${closerOf(frame)}\`.`,
      { span: [frame.start, frame.start + 1], message: `This \`${frame.opener}\` is open` },
    );
    finish(reading, frame, token);
    return;
  }
}

function finish(reading: Reading, frame: Frame, token: Token): void {
  const { comma, expect, last } = reading;
  const span = [token.start, token.end] as const;
  reading.closed = { closer: closerOf(frame), span, mistakes: reading.mistakes.length };
  if (expect === 'colon' || (expect === 'value' && frame.opener === '{')) valueless(reading);
  else if (comma && frame.members.length + frame.items.length > 0) {
    mistake(reading, comma, 'Nothing follows this comma. Remove it.');
  }
  if (!reading.suspect && isShallower(reading.text, token.start, frame.start)) {
    reading.suspect = { opener: frame, end: comma?.[0] ?? last.end };
  }
  closeFrame(reading, token.end);
  reading.lenient = false;
}

/** Whether a closer begins its line, less indented than the line of its opener. */
function isShallower(text: string, closer: number, opener: number): boolean {
  let start = closer;
  while (isBlank(text[start - 1])) start--;
  if (start > 0 && !isLineEnd(text[start - 1])) return false;
  return closer - start < indentOf(text, opener);
}

/** White space at the beginning of a line; none on lines too long to have been indented by hand. */
function indentOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1])) {
    if (offset - start > 500) return 0;
    start--;
  }
  let end = start;
  while (isBlank(text[end])) end++;
  return end - start;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
