import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The trees in a directory, each by its name: path → text of every file that is text. */
export function readTexts(directory: URL): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const top = fileURLToPath(directory);
  const entries = readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(entries.map(({ name }) => [name, textsIn(join(top, name))] as const));
}

function textsIn(directory: string): ReadonlyMap<string, string> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(directory.length + 1));
  return new Map(
    names.sort().flatMap((name) => {
      const text = readFileSync(join(directory, name), 'utf8');
      return text.includes('\uFFFD') ? [] : [[name.replaceAll('\\', '/'), text] as const];
    }),
  );
}
