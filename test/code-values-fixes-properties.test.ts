import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadParser } from '../src/markdown/parse.js';
import type { Problem } from '../src/model.js';
import { walk } from '../src/walk.js';
import { apply, problemsOf } from './harness/mend-values.js';

const comment = '<!-- docs-lint-values p/client.go Client -->';
const name = fc.constantFrom(
  'Zed',
  'Claude Code',
  'NONE',
  'debug',
  'C++',
  'a|b',
  'x_y',
  'v1.2',
  'VS Code (new)',
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 6 });
const written = fc.constantFrom(
  (value: string) => `\`${value}\``,
  (value: string) => `**\`${value}\`**`,
  (value: string) => `[\`${value}\`](b.md)`,
  (value: string) => `\`${value}\`,`,
  (value: string) => `\`${value}\`: it is\n  long`,
);
const list = fc
  .record({
    names,
    written,
    marker: fc.constantFrom('-', '*', '+', '1.', '1)'),
    gap: fc.constantFrom('\n', '\n\n'),
    child: fc.boolean(),
  })
  .map(({ names, written, marker, gap, child }) => {
    const items = names.map((value) => {
      const rest = ' '.repeat(marker.length + 1);
      const text = written(value).replaceAll('\n  ', `\n${rest}`);
      return `${marker} ${text}${child ? `\n${rest}- inner` : ''}`;
    });
    return { names, text: items.join(gap) };
  });
const table = fc
  .record({
    names,
    pads: fc.boolean(),
    ends: fc.boolean(),
    isFirst: fc.boolean(),
    align: fc.constantFrom('---', ':--', '--:', ':-:'),
  })
  .map(({ names, pads, ends, isFirst, align }) => {
    const cells = names.map((value) => `\`${value.replaceAll('|', '\\|')}\``);
    const width = Math.max(...cells.map(({ length }) => length), 5);
    const pad = (text: string) => (pads ? text.padEnd(width) : text);
    const rule = pads ? align.replace('--', '-'.repeat(width - 1)) : align;
    const row = (value: string, other: string) => {
      const [a, b] = isFirst ? [value, other] : [other, value];
      return ends ? `| ${a} | ${b} |` : `${a} | ${b}`;
    };
    const other = pads ? 'x     ' : 'x ';
    const rows = [
      row(pad('Value'), 'It'),
      row(rule, '------'),
      ...cells.map((cell) => row(pad(cell), other)),
    ];
    return { names, text: rows.join('\n') };
  });
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.replace(/^/gm, '> '),
  (text: string) => `- item\n\n${text.replace(/^(?=.)/gm, '  ')}`,
  (text: string) => `<details>\n\n${text}\n\n</details>`,
  (text: string) => text.replaceAll('\n', '\r\n'),
);

/** How many nodes of each type a page has. */
async function counted(text: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  walk((await loadParser()).parse(text, 'md'), ({ type }) => {
    counts.set(type, (counts.get(type) ?? 0) + 1);
    return true;
  });
  return counts;
}

describe('whatever the list', () => {
  it('a fix takes its own problem away, brings no other one, and leaves the rest of the page what it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(list, table), names, around, async ({ names, text }, values, around) => {
        const before = around(
          `${comment.replace(' -->', text.includes('Value') ? ' column "Value" -->' : ' -->')}\n\n${text}\n\nEnd of it.\n`,
        );
        const problems = await problemsOf(before, values);
        for (const { code, message, fix } of problems) {
          if (!fix) continue;
          const after = apply(before, fix);
          const left = await problemsOf(after, values);
          const key = (one: Pick<Problem, 'code' | 'message'>) => `${one.code} ${one.message}`;
          expect(left.map(key)).not.toContain(key({ code, message }));
          expect(left.length).toBeLessThan(problems.length);
          expect(after).toContain('End of it.');
          expect(after.includes('\r')).toBe(before.includes('\r'));
          const [old, now] = [await counted(before), await counted(after)];
          for (const type of ['table', 'html', 'blockquote', 'code', 'heading', 'thematicBreak', 'break']) {
            expect([type, now.get(type)]).toEqual([type, old.get(type)]);
          }
          const entries = (of: ReadonlyMap<string, number>) => of.get('tableRow') ?? of.get('listItem') ?? 0;
          const more = entries(now) - entries(old);
          if (fix.description.startsWith('Remove')) expect(more).toBeLessThan(0);
          else expect(more).toBe(fix.description.startsWith('Add') ? 1 : 0);
        }
        const added = problems.filter(({ code, fix }) => code === 'undocumented' && !fix);
        if (names.length > 0 && !text.includes('**')) expect(added).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
