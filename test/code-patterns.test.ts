import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternLanguage } from '../rules/code-values/languages/pattern.js';
import type { Selector } from '../rules/code-values/options.js';
import { compilePattern } from '../src/pattern/compile.js';
import { PatternError, parsePattern } from '../src/pattern/parse.js';
import { search } from '../src/pattern/search.js';
import { processorSeconds } from './harness/processor-seconds.js';
import { values } from './harness/read-values.js';

describe('patterns', () => {
  const read = (pattern: string, text: string, options: Selector = {}) =>
    values(patternLanguage(pattern, options), { pattern, ...options }, text, 'f.sh');

  it.each<[string, string, Selector, string, unknown]>([
    ['the first group', '^\\s*case "([^"]+)":', {}, 'case "a":\n  case "b": return "c"\n', ['a', 'b']],
    ['no group', '\\bK_\\w+', {}, 'K_A + K_B xK_C', ['K_A', 'K_B']],
    ['a group by its name', '(\\w+)=(?<v>\\w+)', { group: 'v' }, 'a=b c=d', ['b', 'd']],
    ['a group by its number', '(\\w+)=(\\w+)', { group: 2 }, 'a=b', ['b']],
    [
      'lines between',
      '"(\\w+)"',
      { after: 'begin', until: 'end' },
      '"a"\nbegin "b"\n"c"\nend "d"\n"e"',
      ['c'],
    ],
    ['alternatives', '^(?:a|(b)|c(d)?)$', { group: 1 }, 'a\nb\ncd', ['b']],
    ['lazy repetitions', '<(.+?)>', {}, '<a> <b>', ['a', 'b']],
    ['counted repetitions', '\\b\\d{2,3}\\b', {}, '1 22 333 4444', ['22', '333']],
    ['unicode', '(\\p{Lu}.)x', {}, 'É😀x', ['É😀']],
    ['CRLF', '^(\\w+)$', {}, 'a\r\nb\r\n', ['a', 'b']],
    [
      'a reference',
      '(a)\\1',
      {},
      'aa',
      'The pattern cannot be used: there is a reference to a group at character 4.',
    ],
    [
      'lookaround',
      'a(?=b)',
      {},
      'ab',
      'The pattern cannot be used: there is lookaround or a flag at character 2.',
    ],
    ['an open group', '(a', {}, 'a', 'The pattern cannot be used: a `(` is not closed at character 1.'],
    ['no such group', '(a)', { group: 'b' }, 'a', 'The pattern cannot be used: it has no group `b`.'],
    ['no match', 'z', {}, 'a', 'The pattern matches nothing in f.sh.'],
    ['no such line', 'a', { after: 'b' }, 'a', 'f.sh has no line that holds `b`.'],
  ])('%s', (_title, pattern, options, text, expected) => {
    expect(read(pattern, text, options)).toEqual(expected);
  });
});

describe('a pattern and the same one in JavaScript', () => {
  const atom = fc.constantFrom(...String.raw`a b c . [ab] [^a] \w \b ^ $ \d (?:a|bc) \u0061 é`.split(' '));
  const mark = fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{1,}', '*?', '+?', '??');
  const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
    pattern: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
      fc.tuple(tie('pattern'), tie('pattern')).map(([first, second]) => `${first}|${second}`),
    ),
    piece: fc.oneof(
      { depthSize: 'small' },
      atom,
      fc.tuple(atom, mark).map(([one, repetition]) => one + repetition),
      tie('pattern').map((inner) => `(${inner})`),
      fc.tuple(tie('pattern'), mark).map(([inner, repetition]) => `(?:${inner})${repetition}`),
    ),
  }));

  it('find the same', () => {
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[abcé1 ]{0,12}$/), (source, line) => {
        const own = parsed(source);
        if (!own) return;
        const found = [...search(compilePattern(own), own.count, [...line])];
        const texts = found.map((groups) =>
          groups.map((group) => (group ? line.slice(...group) : undefined)),
        );
        expect(texts).toEqual([...line.matchAll(new RegExp(source, 'gu'))].map((match) => [...match]));
      }),
      { numRuns: 3000 },
    );
  });

  function parsed(source: string) {
    try {
      return parsePattern(source);
    } catch (error) {
      if (error instanceof PatternError) return undefined;
      throw error;
    }
  }

  it('never throw anything else, and take time in proportion to the line', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        const own = parsed(source);
        if (own)
          expect([...search(compilePattern(own), own.count, [...'ab 1'])].length).toBeGreaterThanOrEqual(0);
      }),
    );
    const text = `${'a'.repeat(9000)}!`;
    const spent = processorSeconds(() => {
      for (const source of ['(?:a|a)+$', 'a+a+a+a+a+b', '(?:.+.)+x', '(?:a|aa)+b', '[a]{100}[a]{100}b'])
        patternLanguage(source, {}).read(text, 'f.sh');
    });
    expect(spent).toBeLessThan(5);
  });
});
