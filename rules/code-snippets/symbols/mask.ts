import { sourcePieces } from '../../../src/rule.js';

/**
 * A source in which every comment is blank and every literal is `_`, each as long as before, with its line ends. A
 * literal of several lines is in parentheses, since it holds a statement together as those do.
 */
export function mask(text: string, path: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const { kind, span } of sourcePieces(text, path) ?? []) {
    const piece = text.slice(...span);
    const isLong = kind !== 'comment' && /[\r\n]/.test(piece);
    const blank = piece.replace(/[^\r\n]/g, kind === 'comment' || isLong ? ' ' : '_');
    parts.push(text.slice(at, span[0]), isLong ? `(${blank.slice(1, -1)})` : blank);
    at = span[1];
  }
  parts.push(text.slice(at));
  return parts.join('');
}
