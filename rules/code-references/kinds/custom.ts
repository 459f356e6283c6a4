import { type LinePattern, linePattern } from '../../../src/rule.js';
import type { CodeName } from '../facts.js';
import type { PatternOption } from '../options.js';
import type { Kind } from './kind.js';
import { foldedIn, linkNames } from './link-names.js';
import { longestName } from './prefixed-names.js';

/** A kind of the user's own, by a pattern; `wrong` says why that cannot be used, as the end of a sentence. */
export function customKind(
  title: string,
  { pattern, group }: PatternOption,
): Kind | { readonly wrong: string } {
  const compiled = linePattern(pattern, group);
  if ('wrong' in compiled) return compiled;
  return {
    title,
    which: '',
    *mentions({ lines }) {
      for (const { text, start } of lines) {
        for (const [from, to] of compiled.matches(text)) {
          yield { name: text.slice(from, to), span: [start + from, start + to] };
        }
      }
    },
    *named(text) {
      for (const line of text.split(/\r\n|\n|\r/)) {
        for (const span of compiled.matches(line)) yield line.slice(...span);
      }
    },
    read: (text) => ({ names: [...namesIn(text, compiled)] }),
    link: (files) => linkNames(files, { fold: (name) => name }),
    documented: foldedIn(),
    isString: true,
  };
}

/** Words and strings that the pattern's group would take as a name, each once. */
function* namesIn(text: string, { beginning, isWhole }: LinePattern): Generator<CodeName> {
  if (!text.includes(beginning)) return;
  const seen = new Set<string>();
  const isNew = (name: string): boolean =>
    name.length <= longestName && !seen.has(name) && seen.add(name) && isWhole(name);
  for (const match of text.matchAll(/(["'`])(?=((?:(?!\1)[^\r\n]){1,200})\1)/g)) {
    const name = match[2] as string;
    if (isNew(name)) yield [name, match.index + 1, match.index + 1 + name.length, 1];
  }
  const runs = new Set<string>();
  for (const { 0: run, index } of text.matchAll(/[\w$@.:/-]+/g)) {
    if (runs.has(run) || !run.includes(beginning)) continue;
    runs.add(run);
    for (const [word, at] of wordsOf(run)) {
      if (isNew(word)) yield [word, index + at, index + at + word.length, 0];
    }
  }
}

/** A run of letters and marks without the marks around it, then the words in it. */
function* wordsOf(run: string): Generator<readonly [word: string, at: number]> {
  const start = run.search(/[\w$@]/);
  if (start < 0) return;
  let end = run.length;
  while (/[.:/-]/.test(run[end - 1] as string)) end--;
  yield [run.slice(start, end), start];
  if (!/[@.:/-]/.test(run)) return;
  for (const words of [/[\w$-]+/g, /[\w$]+/g]) {
    for (const match of run.matchAll(words)) yield [match[0], match.index];
  }
}
