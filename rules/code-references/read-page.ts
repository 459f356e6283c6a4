import type { MarkdownDocument } from '../../src/rule.js';
import { codePieces } from './code-pieces.js';
import type { PageFacts } from './facts.js';
import { kindOf } from './kinds/index.js';
import type { Options } from './options.js';

/** What a page mentions; undefined where that is nothing. */
export function readPage(page: MarkdownDocument, { kinds }: Options): PageFacts | undefined {
  const mentions: [string, PageFacts['mentions'][string]][] = [];
  const named: [string, PageFacts['named'][string]][] = [];
  let pieces: ReturnType<typeof codePieces> | undefined;
  for (const [id, option] of Object.entries(kinds)) {
    const kind = kindOf(id, option);
    if ('wrong' in kind) continue;
    pieces ??= codePieces(page);
    const found = pieces.flatMap((piece) => [...kind.mentions(piece, page.path)]);
    if (found.length > 0) mentions.push([id, found]);
    const names = option.declared
      ? new Set([...kind.named(page.text), ...found.map(({ name }) => name)])
      : [];
    if (option.declared) named.push([id, [...names]]);
  }
  if (mentions.length + named.length === 0) return undefined;
  return { kind: 'page', mentions: Object.fromEntries(mentions), named: Object.fromEntries(named) };
}
