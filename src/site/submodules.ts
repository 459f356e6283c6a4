import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { normalize } from '../paths.js';

/** What the router of a forge needs. */
export type PlainSettings = {
  /** Directories of other repositories: what is not there may be there for others. */
  readonly others: readonly Path[];
  /** Whether nothing says that the forge shows the pages: no site was found for them, and none is named. */
  readonly isAssumed: boolean;
};

/** Directories that belong to other repositories, which a work tree may well hold none of. */
export function submodules(host: Host): readonly Path[] {
  const text = host.has('.gitmodules') === 'file' ? (host.read('.gitmodules') ?? '') : '';
  return [...text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S[^\n]*)$/gm)].flatMap(
    (match) => normalize((match[1] as string).trim()) ?? [],
  );
}
