import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from '../src/host/changed-lines.js';

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

/** The longest run of lines that two texts have in common, the slow and plain way. */
function shared(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let x = a.length - 1; x >= 0; x--) {
    for (let y = b.length - 1; y >= 0; y--) {
      const [row, next] = [best[x] as number[], best[x + 1] as number[]];
      row[y] =
        a[x] === b[y] ? (next[y + 1] as number) + 1 : Math.max(next[y] as number, row[y + 1] as number);
    }
  }
  return best[0]?.[0] ?? 0;
}

describe('changed lines', () => {
  it('are the fewest that turn one text into the other', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const { added, removed } = changedLines(a.join('\n'), b.join('\n'));
        const kept = b.filter((_, index) => !added.has(index + 1));
        expect(removed.length + kept.length).toBe(a.length);
        expect(kept.length).toBe(shared(a, b));
        const gone = removed.map(({ text }) => text);
        const left: string[] = [...a];
        for (const text of gone) left.splice(left.indexOf(text), 1);
        expect([...left].sort()).toEqual([...kept].sort());
      }),
      { numRuns: 2000 },
    );
  });

  it('do not count what a line ends with', () => {
    expect(changedLines('one\r\ntwo\r\n', 'one\ntwo\n')).toEqual({ added: new Set(), removed: [] });
  });

  it('say where a line stood', () => {
    const { added, removed } = changedLines('# A\n\n## B\n\ntext\n', '# A\n\n## C\n\ntext\nmore\n');
    expect([...added]).toEqual([3, 6]);
    expect(removed).toEqual([{ text: '## B', at: 3 }]);
  });

  it('are all of them where two long texts have nothing in common', () => {
    const [a, b] = ['a', 'b'].map((name) =>
      Array.from({ length: 20_000 }, (_, at) => `${name}${at}\n`).join(''),
    );
    expect(changedLines(a as string, b as string).added.size).toBe(20_000);
  });
});
