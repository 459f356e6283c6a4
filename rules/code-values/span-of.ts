import type { Nodes } from 'mdast';
import type { Span } from '../../src/rule.js';

export function spanOf({ position }: Nodes): Span {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}
