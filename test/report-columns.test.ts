import { describe, expect, it } from 'vitest';
import { clusters, columns } from '../src/report/columns.js';
import { emoji } from '../src/report/emoji.js';

describe('columns of a terminal', () => {
  it('are the same for a character by itself and beside one that takes more thought', () => {
    const mark = 'e\u0301';
    const isEmoji = new RegExp(`^${emoji}$`, 'v');
    for (let code = 0; code < 0xffff; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const char = String.fromCharCode(code);
      const isAlone = clusters(`${mark} ${char}`).length === 3;
      expect([char, clusters(`x${char}x`).length]).toEqual([char, isAlone ? 3 : 2]);
      if (isEmoji.test(char)) expect([char, columns(char)]).toEqual([char, 2]);
    }
  });

  it('count what is put together once', () => {
    expect(clusters('ae\u0301—👩‍🚀中')).toEqual(['a', 'e\u0301', '—', '👩‍🚀', '中']);
    expect(columns('ae\u0301—👩‍🚀中')).toBe(7);
    expect(columns('— © ® ‼️')).toBe(8);
  });
});
