import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../src/fix/apply-edits.js';
import { composeEdits } from '../src/fix/compose-edits.js';
import type { Edit } from '../src/model.js';
import { renderDiff } from '../src/report/diff.js';
import { holds } from './harness/holds.js';
import { makeTree } from './harness/make-tree.js';
import { cleanEnvironment } from './harness/run-cli.js';

const piece = fc.constantFrom(
  'a',
  'b',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  'é',
  '漢',
  ' ',
  '\t',
  '-',
  '+',
  '\\',
  '@@ -1 +1 @@\n',
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

/** Edits of a text, in order, none of which touches another. */
function editsOf(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(
      fc.tuple(
        fc.nat({ max: 8 }),
        fc.nat({ max: 4 }),
        text.map((one) => one.slice(0, 12)),
      ),
      { maxLength: 6 },
    )
    .map((steps) => {
      const edits: Edit[] = [];
      let at = 0;
      for (const [gap, count, put] of steps) {
        const start = Math.min(at + gap, length);
        const end = Math.min(start + count, length);
        if (edits.length > 0 && start <= at) break;
        edits.push({ path: 'a', start, end, text: put.toWellFormed() });
        at = end;
      }
      return edits;
    });
}

function written(before: string, edits: readonly Edit[], path: string, mark = false): string {
  return [...renderDiff([{ path, before, edits, mark }])].join('');
}

function apply(path: string, before: string, diff: string): string {
  const directory = makeTree({ [path]: before });
  const env = cleanEnvironment();
  if (diff === '') return before;
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
    cwd: directory,
    env,
    input: diff,
    stdio: 'pipe',
  });
  return readFileSync(join(directory, path), 'utf8');
}

describe('a diff', () => {
  it('makes of a file what the edits make of it, whatever its line ends', async () => {
    const made = text.chain((before) => fc.tuple(fc.constant(before), editsOf(before.length), fc.boolean()));
    await holds(
      made,
      async ([before, edits, mark]) => {
        const [old, now] = [before, applyEdits(before, edits)].map((one) => (mark ? `\uFEFF${one}` : one));
        expect(apply('a.md', old as string, written(before, edits, 'a.md', mark))).toBe(now);
      },
      80,
    );
  });

  it.each([
    'a b.md',
    'ä.md',
    '"q".md',
    'tab\t.md',
    'line\nend.md',
    'back\\slash.md',
    '-x.md',
    '🎉 & co.md',
    'a/b/c d.md',
    'trailing .md ',
  ])('is for %j too', (path) => {
    const edits = [{ path, start: 0, end: 3, text: 'two' }];
    expect(apply(path, 'one\nline\n', written('one\nline\n', edits, path))).toBe('two\nline\n');
  });

  it('has three lines of context, and one hunk for changes that are near', () => {
    const before = Array.from({ length: 30 }, (_, index) => `${index + 1}\n`).join('');
    const edit = (line: number, put: string): Edit => {
      const start = before.indexOf(`\n${line}\n`) + 1;
      return { path: 'a.md', start, end: start + `${line}`.length, text: put };
    };
    expect(
      written(before, [edit(10, 'ten'), edit(16, 'six\nteen'), edit(30, 'end')], 'a.md'),
    ).toMatchInlineSnapshot(`
      "diff --git a/a.md b/a.md
      --- a/a.md
      +++ b/a.md
      @@ -7,13 +7,14 @@
       7
       8
       9
      -10
      +ten
       11
       12
       13
       14
       15
      -16
      +six
      +teen
       17
       18
       19
      @@ -27,4 +28,4 @@
       27
       28
       29
      -30
      +end
      "
    `);
  });

  it('marks a file that ends without a line end', () => {
    expect(written('a\nb', [{ path: 'a.md', start: 3, end: 3, text: '\n' }], 'a.md')).toMatchInlineSnapshot(`
      "diff --git a/a.md b/a.md
      --- a/a.md
      +++ b/a.md
      @@ -1,2 +1,2 @@
       a
      -b
      \\ No newline at end of file
      +b
      "
    `);
  });
});

describe('edits in two lots', () => {
  it('are the same in one', async () => {
    const made = text.chain((before) =>
      editsOf(before.length).chain((first) => {
        const middle = applyEdits(before, first);
        return fc.tuple(fc.constant(before), fc.constant(first), editsOf(middle.length));
      }),
    );
    await holds(
      made,
      async ([before, first, second]) => {
        const both = composeEdits(before, first, second);
        expect(applyEdits(before, both)).toBe(applyEdits(applyEdits(before, first), second));
        for (const [index, edit] of both.entries()) {
          expect(edit.start).toBeGreaterThan(both[index - 1]?.end ?? -1);
          expect(before.slice(edit.start, edit.end)).not.toBe(edit.text);
        }
      },
      300,
    );
  });
});
