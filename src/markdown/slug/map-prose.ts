import type { Inline } from '../../model.js';

/** A heading's content with its prose changed, and everything else as it is. */
export function mapProse(content: readonly Inline[], change: (prose: string) => string): readonly Inline[] {
  return content.map((part) => (typeof part === 'string' ? change(part) : part));
}
