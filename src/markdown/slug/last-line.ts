import type { SlugHeading } from './dialect.js';
import { headingSource } from './heading-source.js';

/** The source of a heading's last line, the only one that Goldmark makes an id of. */
export function lastLine(heading: SlugHeading): string {
  const source = headingSource(heading).trimEnd();
  return source.slice(source.lastIndexOf('\n') + 1);
}
