import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A name for the code that is built, which stands at the top of where it is built to; undefined for code that is not. */
export function buildId(): string | undefined {
  for (let at = dirname(fileURLToPath(import.meta.url)); dirname(at) !== at; at = dirname(at)) {
    const id = contentOf(join(at, 'build-id'));
    if (id !== undefined || contentOf(join(at, 'package.json')) !== undefined) return id;
  }
  return undefined;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
