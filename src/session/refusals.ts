import type { RunInput } from '../engine/input.js';
import type { Refusal } from '../fix/ground.js';
import { writablePlace } from '../host/writable-place.js';
import type { Path } from '../model.js';

/**
 * Says which files fixes may not change. Where files were named, they are the only ones that may be; nobody else's
 * are those that git ignores, that a program writes, and that the config leaves out. Where nothing is written to
 * the disk, it does not matter what that allows.
 */
export function refusals(
  input: RunInput,
  workspace: string,
  isWritten: boolean,
): (path: Path) => Refusal | undefined {
  const { host, only, configTexts, found, extraPages = [] } = input;
  const pages = new Set([...(found?.pages ?? []), ...extraPages]);
  const known = new Map<Path, Refusal | undefined>();
  const asked = new Set<Path>();
  const generated = new Set<Path>();

  function isGenerated(path: Path): boolean {
    const open = [...pages, path].filter((one) => !asked.has(one));
    for (const one of open) asked.add(one);
    if (open.length > 0) for (const one of host.generated(open)) generated.add(one);
    return generated.has(path);
  }

  function judge(path: Path): Refusal | undefined {
    if (only?.has(path) === false) return { kind: 'silent', reason: 'was not named' };
    if (host.has(path) !== 'file') return { kind: 'silent', reason: 'is no file' };
    if (configTexts.has(path)) return { kind: 'note', reason: 'is the config' };
    if (/\.(?:md|mdx|markdown)$/i.test(path) && !pages.has(path))
      return { kind: 'silent', reason: 'is no page' };
    if (!isWritten) return undefined;
    const link = host.link(path);
    const names = typeof link === 'object' ? [path, link.to] : [path];
    if (host.ignored(names).size > 0) return { kind: 'note', reason: 'is ignored by git' };
    if (names.some(isGenerated)) return { kind: 'note', reason: 'is generated' };
    const place = writablePlace(workspace, path);
    return 'refusal' in place ? { kind: 'failure', reason: place.refusal } : undefined;
  }

  return (path) => {
    if (!known.has(path)) known.set(path, judge(path));
    return known.get(path);
  };
}
