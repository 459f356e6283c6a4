import { buildId } from '../cache/build-id.js';
import { UserError } from '../errors.js';

/** What facts of every text depend on, where they are to be taken up elsewhere. */
export function madeBy(parser: string): Readonly<Record<string, string>> {
  const build = buildId();
  if (build === undefined)
    throw new UserError('Facts cannot be kept by a docs-lint that was not built. Run `npm run build` first.');
  const { version, versions } = process;
  return { build: build.slice(0, 12), parser, Node: version, 'Unicode data': versions.unicode ?? '' };
}
