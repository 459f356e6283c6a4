import { lineColumn, lineStarts } from '../../../src/rule.js';
import type { Mention } from '../facts.js';
import { jsonKeys } from './json-keys.js';
import type { CodeLine, CodePiece } from './kind.js';
import { yamlKeys } from './yaml-keys.js';

/** The keys of a block of YAML or JSON whose first level has one that a prefix names; none of any other block. */
export function blockKeys({ language, lines }: CodePiece, prefixes: readonly string[]): Mention[] {
  const format = formatOf(language);
  if (format === undefined) return [];
  const tops = prefixes.map((one) => one.split('.')[0] as string);
  const isTop = ({ text }: CodeLine) =>
    tops.some((top) => new RegExp(`^\\s{0,4}["']?${escaped(top)}["']?\\s{0,4}:`).test(text));
  if (!lines.some(isTop)) return [];
  const text = lines.map((line) => line.text).join('\n');
  const starts = lineStarts(text);
  const keys = format === 'yaml' ? yamlKeys(text) : jsonKeys(text);
  return keys.flatMap(({ path, above, span: [from, to] }): Mention[] => {
    const { line, column } = lineColumn(starts, from);
    const start = (lines[line - 1]?.start ?? 0) + column - 1;
    const isInside = prefixes.some((one) => above.startsWith(one));
    const mention = { name: path, span: [start, start + to - from] as const };
    return from < to ? [isInside ? { ...mention, above } : mention] : [];
  });
}

/** The format of a language of a fence, or of the extension of a file, whose blocks can be read. */
export function formatOf(name: string | undefined): 'yaml' | 'json' | undefined {
  if (name === 'yaml' || name === 'yml') return 'yaml';
  return name === 'json' || name === 'jsonc' || name === 'json5' ? 'json' : undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
