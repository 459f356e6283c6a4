import { expect } from 'vitest';
import type { Language } from '../../rules/code-values/languages/language.js';
import type { Selector } from '../../rules/code-values/options.js';
import { lineColumn, lineStarts } from '../../src/text.js';

/** What a file declares by a name, or by options; or the message. */
export function find(language: Language, wanted: Selector | string, text: string, path = 'f.ts') {
  const file = language.read(text, path);
  expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  const starts = lineStarts(text);
  const query = {
    wanted: typeof wanted === 'string' ? { word: wanted } : wanted,
    file: path,
    files: [path],
    at: (_path: string, [start]: readonly [number, number]) => `${path}:${lineColumn(starts, start).line}`,
  };
  const found = language.link([{ path, file, named: true }]).find(query);
  if ('missing' in found) return found.missing;
  for (const { span } of found.constants) {
    expect(span[0]).toBeLessThan(span[1]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
  return found.constants;
}

/** The values alone, a reason behind `?`; `§` stands for a dollar sign. */
export function values(language: Language, wanted: Selector | string, text: string, path?: string): unknown {
  const found = find(language, wanted, text.replaceAll('§', '$'), path);
  return typeof found === 'string' ? found : found.map(({ value, unread }) => value ?? `?${unread}`);
}
