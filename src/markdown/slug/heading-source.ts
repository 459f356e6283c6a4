import type { SlugHeading } from './dialect.js';

/** The heading as its author wrote it, or the nearest to it that its content still tells. */
export function headingSource({ content, raw }: SlugHeading): string {
  if (raw !== undefined) return raw;
  let source = '';
  for (const part of content) {
    if (typeof part === 'string') source += part;
    else if (part[0] === 'code') source += `\`${part[1]}\``;
    else if (part[0] === 'alt') source += `![${part[1]}]`;
    else if (part[0] === 'footnote') source += `[^${part[1]}]`;
    else source += part[1];
  }
  return source;
}
