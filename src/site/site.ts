import type { DialectName, DialectOptions } from '../markdown/slug/index.js';
import type { Json, Path } from '../model.js';

/** How links are read: by the files of a repository, or by the routes of a site generator. */
export type RouterName =
  | 'files'
  | 'docfx'
  | 'docusaurus'
  | 'hugo'
  | 'jekyll'
  | 'mdbook'
  | 'mkdocs'
  | 'sphinx'
  | 'starlight'
  | 'vitepress';

/** One site or forge that shows pages of the workspace. Plain JSON: what was found or configured. */
export interface Site {
  /** As `site.generator` names it. */
  readonly generator: string;
  readonly router: RouterName;
  readonly dialect: DialectName;
  readonly dialectOptions: DialectOptions;
  /** The directories whose pages it shows: a docs directory, `content`, `src/content/docs`. */
  readonly content: readonly Path[];
  /** The directory of its configuration, `''` for the workspace. */
  readonly base: Path;
  /** Paths from the top that are redirected, as redirect files write them: `/old`, `/old/*`, `/old/:name`. */
  readonly redirects: readonly string[];
  /** Labels of references that it defines for every page, in lower case; `any` where nobody can tell which those are. */
  readonly references?: readonly string[] | 'any';
  /** What else its configuration says, in the shape that its router reads. */
  readonly settings: { readonly [key: string]: Json | undefined };
}
