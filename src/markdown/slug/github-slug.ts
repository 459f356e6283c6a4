import { slug } from 'github-slugger';
import { isAscii } from './is-ascii.js';

/** GitHub's slug of a text, repeats not counted. The expression that knows all of Unicode is long, and slow to begin with. */
export function githubSlug(text: string, keepCase = false): string {
  if (!isAscii(text)) return slug(text, keepCase);
  return (keepCase ? text : text.toLowerCase()).replaceAll(/[^a-zA-Z0-9_ -]+/g, '').replaceAll(' ', '-');
}
