import type { Path, ProjectFinding, Span } from '../../../src/rule.js';
import type { Listed } from './check-files.js';

/** Every entry after the first that names the same place of the same page. */
export function* findDuplicates(manifest: Path, pages: readonly Listed[]): Generator<ProjectFinding> {
  const first = new Map<string, Span>();
  for (const { path, fragment, span } of pages) {
    const place = path + fragment;
    const before = first.get(place);
    if (!before) first.set(place, span);
    else {
      yield {
        code: 'duplicate-page',
        path: manifest,
        span,
        message: `${path} is in an earlier entry already. Remove one, or turn \`duplicates\` off.`,
        related: [{ path: manifest, span: before, message: 'The first entry is here' }],
        target: path,
      };
    }
  }
}
