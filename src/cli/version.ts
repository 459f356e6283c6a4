import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of this package. */
export const packageRoot = (() => {
  let at = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      readFileSync(join(at, 'package.json'));
      return at;
    } catch {
      at = dirname(at);
    }
  }
})();

export function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;
}
