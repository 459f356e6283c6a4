import type { Host } from '../../host/host.js';
import type { LinkKind, Path, Target } from '../../model.js';
import type { Site } from '../../site/site.js';
import type { Seen } from '../face.js';
import type { OwnUrls } from '../own-url.js';
import type { LocalUrl } from '../url.js';

/** All that a router may look at. It opens no file: what a page says of its place is in its facts. */
export interface RouterContext {
  readonly site: Site;
  readonly listing: Pick<Host, 'has' | 'list' | 'link'>;
  readonly roots: readonly Path[];
  readonly own: OwnUrls;
  /** Every page of the run, also of other sites. */
  readonly pages: readonly Path[];
  readonly files: ReadonlyMap<Path, Seen>;
  /** Whether a page has the anchor, as far as its facts are known yet; undefined when they are not. */
  hasAnchor(page: Path, fragment: string): boolean | undefined;
}

/**
 * Where a local url of a page leads. A router never guesses: what its site could only know by running code
 * is `unknown`. It is made once for a run and may build tables of routes then.
 */
type Router = (from: Path, url: LocalUrl, kind: LinkKind) => Target;
export type MakeRouter = (context: RouterContext) => Router;
