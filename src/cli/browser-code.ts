import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './version.js';

/** What the build makes of `src/browser`. */
export function browserCode(): { readonly script: string; readonly style: string } {
  return JSON.parse(readFileSync(join(packageRoot, 'dist/browser.json'), 'utf8'));
}
