import type { Inline } from '../../model.js';

/** What counts as text beyond prose and code. */
export interface TextParts {
  /** The alternative text of images. */
  readonly alt?: boolean;
  /** A footnote reference as its label, or as it is written; otherwise nothing. */
  readonly footnote?: 'label' | 'source';
}

/**
 * The text that a slug is made of: prose and code, and no HTML tags. An MDX expression counts as prose: no
 * dialect evaluates it, and each drops the braces.
 */
export function headingText(content: readonly Inline[], parts: TextParts = {}): string {
  let text = '';
  for (const part of content) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const [kind, value] = part;
    if (kind === 'code') text += value;
    else if (kind === 'alt' && parts.alt) text += value;
    else if (kind === 'html' && value.startsWith('{')) text += value;
    else if (kind === 'footnote' && parts.footnote === 'label') text += value;
    else if (kind === 'footnote' && parts.footnote === 'source') text += `[^${value}]`;
  }
  return text;
}
