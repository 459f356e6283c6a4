import { nameOf, parentOf } from '../../../src/rule.js';

/** What a page is called: its file without the extension; of a directory's front page, the directory. */
export function nameFrom(path: string): string {
  const name = nameOf(path).replace(/\.(?:md|mdx|markdown|html?)$/i, '');
  const isFront = /^(?:index|_index|readme)$/i.test(name);
  return isFront && parentOf(path) !== '' ? nameOf(parentOf(path)) : name;
}
