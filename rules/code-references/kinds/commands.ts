import type { CodeLine } from './kind.js';

/** A word of a command line, and where it begins. */
export interface Word {
  readonly text: string;
  readonly start: number;
}

/** Words that stand before a command, and leave it one. */
const leads = new Set(
  [
    'sudo env exec time nohup command then do else if while until ! { RUN CMD ENTRYPOINT run: - $ % > PS>',
    'npx bunx pnpx uvx pnpm yarn bun dlx -y --yes --no-install',
  ].flatMap((words) => words.split(' ')),
);
const operators = /^(?:\|\|?&?|&&?|;;?|\(|\)|\$\(|`)/;

/**
 * The words behind each command of one of the programs, up to its end or to `--`. Comments, what stands in quotes
 * and the commands of other programs are left out.
 */
export function* wordsOf(lines: readonly CodeLine[], programs: ReadonlySet<string>): Generator<Word> {
  let state: State = 'start';
  const outer: State[] = [];
  let quote: string | undefined;
  for (const { text, start } of lines) {
    let at = 0;
    while (at < text.length) {
      if (quote !== undefined) {
        const end = endOfQuote(text, at, quote);
        if (end < 0) break;
        quote = undefined;
        at = end;
        continue;
      }
      const rest = text.slice(at, at + 3);
      if (/^\s/.test(rest)) {
        at++;
        continue;
      }
      if (rest[0] === '#' || /^(?:[\\^`]\s*)$/.test(text.slice(at, at + 20))) break;
      const operator = operators.exec(rest)?.[0];
      if (operator !== undefined) {
        at += operator.length;
        if (operator === ')') state = outer.pop() ?? 'other';
        else {
          if (/\($/.test(operator) && outer.length < deepest) outer.push(state);
          state = 'start';
        }
        continue;
      }
      const word = wordAt(text, at);
      quote = word.quote;
      at = word.end;
      if (state === 'own' && word.text === '--') state = 'other';
      else if (state === 'own') {
        if (!word.isQuoted) yield { text: word.text, start: start + word.start };
      } else if (state === 'start') state = after(word.text, programs);
    }
    if (quote === undefined && !/[\\^`]\s*$/.test(text.slice(-20))) {
      state = 'start';
      outer.length = 0;
    }
  }
}

/** Before a command, behind the name of one of the programs, or behind another's. */
type State = 'start' | 'own' | 'other';

const deepest = 50;

function after(word: string, programs: ReadonlySet<string>): State {
  if (leads.has(word) || /^[A-Za-z_]\w{0,99}=/.test(word)) return 'start';
  const name = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
  return programs.has(name) ? 'own' : 'other';
}

/** Up to white space or an operator; quotes in it may hold both. */
function wordAt(
  text: string,
  start: number,
): Word & { readonly end: number; readonly isQuoted: boolean; readonly quote?: string } {
  const isQuoted = /["']/.test(text[start] as string);
  let at = start;
  while (at < text.length) {
    const character = text[at] as string;
    if (/[\s|;&()`]/.test(character)) break;
    if (character === '"' || character === "'") {
      const end = endOfQuote(text, at + 1, character);
      if (end < 0) return { text: text.slice(start), start, end: text.length, isQuoted, quote: character };
      at = end;
    } else at += character === '\\' ? 2 : 1;
  }
  const end = Math.min(at, text.length);
  return { text: text.slice(start, end), start, end, isQuoted };
}

/** Behind the closing quote; -1 where the line has none. */
function endOfQuote(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) return at + 1;
    if (quote === '"' && text[at] === '\\') at++;
  }
  return -1;
}
