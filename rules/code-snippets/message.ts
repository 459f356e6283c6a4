import { lineStarts, lineText, type Path, type Related } from '../../src/rule.js';
import type { Part } from './facts.js';

/** A part of a file as messages name it. */
export function nameOfPart(path: Path, part: Part | undefined): string {
  if (part === undefined) return path;
  if ('region' in part) return `the region \`${part.region}\` of ${path}`;
  if ('symbol' in part) return `\`${part.symbol}\` of ${path}`;
  const [first, last] = part.lines;
  return first === last ? `line ${first} of ${path}` : `lines ${first} to ${last ?? 'the last'} of ${path}`;
}

/** A line of code within a sentence. */
export function quoted(line: string): string {
  const text = line.trim();
  if (text === '') return 'blank';
  const short = text.length > 100 ? `${text.slice(0, 97)}...` : text;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** A line of a file, without its indentation. */
export function lineAt(path: Path, text: string, line: number, message: string): Related {
  const starts = lineStarts(text);
  const start = starts[line - 1] ?? 0;
  const written = lineText(text, starts, line);
  const indent = written.length - written.trimStart().length;
  return { path, span: [start + indent, start + written.length], message };
}
