import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePage, pagePath } from './make-page.mjs';

/** Writes a workspace whose `docs` holds so many pages. */
export function writePages(directory, count, seed) {
  for (let number = 0; number < count; number++) {
    const file = join(directory, 'docs', pagePath(number));
    if (number % 100 === 0) mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, makePage(number, count, seed));
  }
}
