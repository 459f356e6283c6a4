import { describe, expect, it } from 'vitest';
import type { Ground, Refusal } from '../src/fix/ground.js';
import { type Mended, mend } from '../src/fix/mend.js';
import { loadParser } from '../src/markdown/parse.js';
import type { Edit, Path, Problem } from '../src/model.js';
import { lineColumn, lineStarts } from '../src/text.js';

const parser = await loadParser();

/** A rule of a few words: every match is a problem, and its fix makes something else of it. */
interface Rule {
  readonly pattern: RegExp;
  put(match: RegExpExecArray, path: Path, text: string): readonly Edit[] | undefined;
}

/** Replaces each match by a text. */
const replace = (pattern: RegExp, text: string): Rule => ({
  pattern,
  put: ({ index, 0: found }, path) => [{ path, start: index, end: index + found.length, text }],
});

function problemsOf(files: ReadonlyMap<Path, string>, rules: Readonly<Record<string, Rule>>): Problem[] {
  return [...files].flatMap(([path, text]) =>
    Object.entries(rules)
      .flatMap(([rule, { pattern, put }]) =>
        [...text.matchAll(pattern)].map((match): Problem & { at: number } => {
          const { line, column } = lineColumn(lineStarts(text), match.index);
          const edits = put(match as RegExpExecArray, path, text);
          return {
            ...{ rule, code: 'it', severity: 'error', path, message: '', related: [], at: match.index },
            ...{ line, column, endLine: line, endColumn: column + match[0].length },
            fingerprint: `${rule} ${path} ${text.split('\n')[line - 1]}`,
            ...(edits ? { fix: { safe: true, description: '', edits } } : {}),
          };
        }),
      )
      .sort((a, b) => a.at - b.at),
  );
}

function fix(
  texts: Readonly<Record<Path, string>>,
  rules: Readonly<Record<string, Rule>>,
  refusal: (path: Path) => Refusal | undefined = () => undefined,
): Mended & { readonly files: Readonly<Record<Path, string>> } {
  const ground: Ground = {
    parser,
    check(changed) {
      const files = new Map(
        Object.entries(texts).map(([path, text]) => [path, changed.get(path) ?? text] as const),
      );
      const problems = problemsOf(files, rules);
      const summary = { files: files.size, errors: problems.length, warnings: 0, fixable: 0 };
      return { problems, failures: [], notes: [], summary };
    },
    read: (path) => texts[path],
    wants: () => true,
    refusal,
  };
  const mended = mend(ground);
  const now = Object.entries(texts).map(([path, text]) => [path, mended.texts.get(path) ?? text] as const);
  return { ...mended, files: Object.fromEntries(now) };
}

describe('fixes that overlap', () => {
  it('are made one after the other, the first one first', () => {
    const { files, notes } = fix(
      { 'a.txt': 'abc' },
      { one: replace(/ab/g, 'x'), two: replace(/bc|xc/g, 'y') },
    );
    expect(files).toEqual({ 'a.txt': 'y' });
    expect(notes).toEqual([]);
  });

  it('are so too where both put something in at the same place', () => {
    const put = (text: string): Rule => ({
      pattern: new RegExp(`^(?!.*${text})`, 'gs'),
      put: (_, path) => [{ path, start: 1, end: 1, text }],
    });
    expect(fix({ 'a.txt': '[]' }, { one: put('1'), two: put('2') }).files).toEqual({ 'a.txt': '[21]' });
  });

  it('do not, where they are the same edit', () => {
    const both = {
      pattern: /a/g,
      put: (_: RegExpExecArray, path: Path) => [{ path, start: 0, end: 2, text: '' }],
    };
    const { files, fixed } = fix({ 'a.txt': 'aa' }, { both });
    expect({ files, fixed }).toEqual({ files: { 'a.txt': '' }, fixed: 2 });
  });

  it('are made in as many passes as it takes, while each leaves less to do', () => {
    const put: Rule = {
      pattern: /-(?=.*$)/g,
      put: ({ index }, path) => [
        { path, start: index, end: index + 1, text: '' },
        { path, start: 40, end: 40, text: '+' },
      ],
    };
    const { files, notes } = fix({ 'a.txt': `${'-'.repeat(30)}${' '.repeat(30)}` }, { put });
    expect(notes).toEqual([]);
    expect(files['a.txt']?.replaceAll(' ', '')).toBe('+'.repeat(30));
  });
});

describe('a fix of several files', () => {
  const move: Rule = {
    pattern: /take/g,
    put: ({ index }, path) => [
      { path, start: index, end: index + 4, text: 'took' },
      { path: 'b.txt', start: 0, end: 0, text: 'it ' },
    ],
  };

  it('is made in all of them', () => {
    expect(fix({ 'a.txt': 'take', 'b.txt': '' }, { move }).files).toEqual({
      'a.txt': 'took',
      'b.txt': 'it ',
    });
  });

  it('or in none, when one of them may not be changed', () => {
    const refuse = (kind: Refusal['kind']) =>
      fix({ 'a.txt': 'take', 'b.txt': '' }, { move }, (path) =>
        path === 'b.txt' ? { kind, reason: 'is read-only' } : undefined,
      );
    for (const kind of ['silent', 'note', 'failure'] as const) expect(refuse(kind).changes).toEqual([]);
    expect(refuse('silent')).toMatchObject({ notes: [], failures: [] });
    expect(refuse('note').notes).toEqual(['b.txt is read-only; what is wrong there was not fixed.']);
    expect(refuse('failure').failures).toEqual([
      { path: 'b.txt', message: 'cannot be fixed: it is read-only.' },
    ]);
  });

  it('or in none, when one of them would be broken', () => {
    const rules = {
      move: {
        ...move,
        put: (match: RegExpExecArray, path: Path) => [
          { path, start: match.index, end: match.index + 4, text: 'took' },
          { path: 'b.md', start: 0, end: 0, text: '```\n' },
        ],
      },
    };
    const { files, notes } = fix({ 'a.txt': 'take', 'b.md': 'One.\n\n# Two\n' }, rules);
    expect(files).toEqual({ 'a.txt': 'take', 'b.md': 'One.\n\n# Two\n' });
    expect(notes).toEqual([
      'The fix of move/it at a.txt:1:1 was undone: what stands around it would no longer be read the same.',
    ]);
  });
});

describe('rules that do not agree', () => {
  const quarrel = { less: replace(/bb/g, 'a'), more: replace(/a/g, 'bb'), other: replace(/z/g, '') };

  it('are named, and have no say; the others do', () => {
    const { files, notes } = fix({ 'docs/a.txt': 'a z', 'docs/b.txt': 'z!' }, quarrel);
    expect(files).toEqual({ 'docs/a.txt': 'a ', 'docs/b.txt': '!' });
    expect(notes).toEqual([
      'The fixes of less, more do not agree: they came to no end in docs/a.txt after 10 passes, so none of them was applied there.',
    ]);
  });

  it('may be a single one', () => {
    const { files, notes } = fix({ 'a.txt': 'a' }, { more: replace(/a$/g, 'aa') });
    expect(files).toEqual({ 'a.txt': 'a' });
    expect(notes).toEqual([
      'The fixes of more came to no end in a.txt after 10 passes, so none of them was applied there.',
    ]);
  });
});

describe('a fix is undone', () => {
  it('when it brings a problem that has no fix', () => {
    const rules = {
      loud: replace(/!/g, '?'),
      unsure: { pattern: /\?/g, put: () => undefined },
      other: replace(/z/g, ''),
    };
    const { files, notes } = fix({ 'a.txt': 'one!\ntwo z\n' }, rules);
    expect(files).toEqual({ 'a.txt': 'one!\ntwo \n' });
    expect(notes).toEqual([
      'The fix of loud/it at a.txt:1:4 was undone: it would bring unsure/it at a.txt:1:4.',
    ]);
  });

  it('not when another fix takes that away again', () => {
    const { files, notes } = fix(
      { 'a.txt': 'one!' },
      { loud: replace(/!/g, '?'), unsure: replace(/\?/g, '.') },
    );
    expect({ files, notes }).toEqual({ files: { 'a.txt': 'one.' }, notes: [] });
  });

  it.each([
    ['a heading below becomes code', 'One x\n\n# Below\n', '\n\n```\n'],
    ['a list loses its second paragraph', '-   one x\n\n    more\n\n-   two\n', '\n\n#'],
    ['what is below is in no list any more', '1. one\n   x\n\n   - two\n', '\n\nx\n'],
    ['code is no code any more', 'x and `code`\n', '`'],
    ['JSON is no longer JSON', '{ "x": 1 }', '"'],
  ])('when %s', (what, text, put) => {
    const path = what.startsWith('JSON') ? 'a.json' : 'a.md';
    const { files, notes } = fix({ [path]: text }, { rule: replace(/x/g, put) });
    expect(files).toEqual({ [path]: text });
    expect(notes).toEqual([expect.stringContaining('was undone: what stands around it would no longer')]);
  });

  it('alone, and the others on its page are made', () => {
    const text = Array.from({ length: 40 }, (_, index) => `Line ${index === 23 ? 'y' : 'x'}\n\n`).join('');
    const { files, fixed } = fix(
      { 'a.md': text },
      { good: replace(/x/g, 'z'), bad: replace(/y/g, '\n\n```\n') },
    );
    expect(files['a.md']).toBe(text.replaceAll('x', 'z'));
    expect(fixed).toBe(39);
  });
});

describe('edits that do not fit are not made', () => {
  it.each<[string, readonly Edit[]]>([
    ['behind the end', [{ path: 'a.txt', start: 9, end: 99, text: '' }]],
    ['backwards', [{ path: 'a.txt', start: 3, end: 1, text: '' }]],
    ['in a file that is not there', [{ path: 'gone.txt', start: 0, end: 0, text: 'x' }]],
    ['in the middle of a character', [{ path: 'a.txt', start: 2, end: 4, text: '' }]],
    ['half a character', [{ path: 'a.txt', start: 0, end: 0, text: '\ud83c' }]],
    [
      'overlapping',
      [
        { path: 'a.txt', start: 0, end: 1, text: '' },
        { path: 'a.txt', start: 0, end: 1, text: 'b' },
      ],
    ],
    ['that change nothing', [{ path: 'a.txt', start: 0, end: 1, text: 'a' }]],
    ['of which there are none', []],
  ])('%s', (_, edits) => {
    const { files, changes } = fix({ 'a.txt': 'a🎉bc' }, { rule: { pattern: /^a/g, put: () => edits } });
    expect({ files, changes }).toEqual({ files: { 'a.txt': 'a🎉bc' }, changes: [] });
  });
});

describe('line ends that are put in', () => {
  it.each([
    ['one\r\ntwo x\r\n', 'one\r\ntwo\r\n\r\n'],
    ['one\ntwo x\r\n', 'one\ntwo\r\n\r\n'],
    ['one\r\ntwo x', 'one\r\ntwo\r\n'],
    ['one\r\ntwo x\nthree', 'one\r\ntwo\n\nthree'],
    ['x', '\n'],
  ])('are those of the lines around: %j', (before, after) => {
    expect(fix({ 'a.txt': before }, { rule: replace(/ ?x/g, '\n') }).files).toEqual({ 'a.txt': after });
  });
});
