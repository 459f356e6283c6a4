import type { Change } from '../model.js';
import { gitName } from './git-name.js';
import { type Hunk, hunksOf } from './hunks.js';

/**
 * What changes, a new name among it, as a unified diff that `git apply` takes: each line as the file has it. `prefix` is the way to the
 * workspace from where the names begin, as in `packages/one/`.
 */
export function* renderDiff(changes: readonly Change[], prefix = ''): Iterable<string> {
  for (const change of changes) {
    const hunks = hunksOf(change);
    const { path, to: target = path } = change;
    if (hunks.length === 0 && target === path) continue;
    const [from, to] = [`a/${prefix}${path}`, `b/${prefix}${target}`];
    yield `diff --git ${gitName(from)} ${gitName(to)}\n`;
    if (target !== path)
      yield `rename from ${gitName(prefix + path)}\nrename to ${gitName(prefix + target)}\n`;
    if (hunks.length > 0) yield `--- ${nameLine(from)}\n+++ ${nameLine(to)}\n`;
    for (const hunk of hunks) yield written(hunk);
  }
}

/** A name with white space in it ends with a tab, as git writes it. */
function nameLine(path: string): string {
  const name = gitName(path);
  return !name.startsWith('"') && name.includes(' ') ? `${name}\t` : name;
}

function written({ from, to, lines }: Hunk): string {
  const head = `@@ -${rangeOf(from)} +${rangeOf(to)} @@\n`;
  return (
    head +
    lines
      .map(([sign, line]) =>
        line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`,
      )
      .join('')
  );
}

/** A range of no lines is named by the line before it. */
function rangeOf({ line, count }: Hunk['from']): string {
  const start = count === 0 ? line - 1 : line;
  return count === 1 ? `${start}` : `${start},${count}`;
}
