import { UserError } from '../errors.js';
import { discover } from '../host/discover.js';
import type { Host } from '../host/host.js';
import type { Path } from '../model.js';
import { isWithin } from '../paths.js';

/** What to tell where docs roots hold no page: of a root that somebody chose, and of one that nobody did. */
export function nothingToCheck(
  roots: readonly Path[],
  {
    host,
    isChosen,
    isPage,
  }: { readonly host: Host; readonly isChosen: boolean; isPage(path: Path): boolean },
): UserError {
  if (isChosen) {
    const message = (root: Path): string =>
      `No pages in \`${root || '.'}\`: nothing there matches \`include\`, or all of it is excluded or ignored by git.`;
    return UserError.of(roots.map((root) => ({ message: message(root) })));
  }
  const [root = ''] = roots;
  const elsewhere = root === '' ? [] : directoriesOf(discover(host, [''], isPage).pages, root);
  const place = root === '' ? 'this directory' : `\`${root}/\``;
  const advice =
    elsewhere.length > 0
      ? `There are pages in ${elsewhere.map((path) => `\`${path}\``).join(', ')}. Name what to check, as in \`docs-lint ${elsewhere[0]}\` or, for all of it, \`docs-lint .\`, or in a config: \`docs-lint init\` writes one.`
      : 'Write one, such as `docs/README.md`, and run docs-lint again; or name the directory that holds your documentation, as in `docs-lint path/to/docs`.';
  return new UserError(
    `There are no Markdown or MDX pages in ${place} yet, so there is nothing to check.\n${advice}`,
  );
}

/** The few directories with the most pages outside of a root, the top directory itself left out where others are. */
function directoriesOf(pages: readonly Path[], root: Path): readonly Path[] {
  const counts = new Map<Path, number>();
  for (const page of pages) {
    if (isWithin(root, page)) continue;
    const directory = page.includes('/') ? page.slice(0, page.indexOf('/')) : '.';
    counts.set(directory, (counts.get(directory) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([directory]) => directory);
  const named = sorted.filter((directory) => directory !== '.');
  return (named.length > 0 ? named : sorted).slice(0, 3);
}
