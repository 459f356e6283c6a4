import type { Inline } from '../../model.js';

export type DialectName =
  | 'azure-devops'
  | 'bitbucket'
  | 'docfx'
  | 'docusaurus'
  | 'gitea'
  | 'github'
  | 'gitlab'
  | 'gitlab-16'
  | 'hugo'
  | 'kramdown'
  | 'kramdown-gfm'
  | 'mdbook'
  | 'mkdocs'
  | 'starlight'
  | 'vitepress'
  | 'vscode';

/** What a site's own configuration may change. Each option speaks to the dialects it names only. */
export interface DialectOptions {
  /** Hugo's `autoHeadingIDType`; `github` by default. */
  readonly hugoIds?: 'github' | 'github-ascii' | 'blackfriday';
  /**
   * MkDocs: the `slugify` of Python-Markdown's `toc`: its own (`ascii`, the default), `slugify_unicode`, or
   * the `slugify` of pymdown-extensions with lower case.
   */
  readonly pythonSlugs?: 'ascii' | 'unicode' | 'pymdownx';
  /** MkDocs: whether `attr_list` is on, so that `{#id}` is an id; true by default. */
  readonly attributeLists?: boolean;
  /** VitePress: the number of the first repeat; 1 by default, and 2 on VuePress 1. */
  readonly firstRepeat?: 1 | 2;
  /** MkDocs: how `pymdownx.tabbed` makes ids of the titles of tabs, where it does: with that of the heading above before them or without. */
  readonly tabIds?: { readonly slugs?: DialectOptions['pythonSlugs']; readonly isCombined: boolean };
  /** Docusaurus: `markdown.anchors.maintainCase`. */
  readonly keepCase?: boolean;
}

/** A heading as a dialect sees it. */
export interface SlugHeading {
  readonly content: readonly Inline[];
  /**
   * What the author wrote between the heading's markers, trimmed: links with their urls, escapes and entities
   * as they stand. Hugo, Gitea and kramdown make ids of it; without it they make do with `content`.
   */
  readonly raw?: string;
}

/** The id that the site gives a heading, and others that lead to it too. */
export interface Slug {
  readonly id: string;
  readonly also?: readonly string[];
}

/** The memory of one page: called for each of its headings in document order. */
export type Slugger = (heading: SlugHeading) => Slug;

export interface Dialect {
  readonly name: DialectName;
  /** Whether `{#id}` behind a heading sets its id, or is shown as text. */
  readonly explicitIds: 'attribute' | 'text';
  /** Whether a raw HTML heading without an id of its own is given one. */
  readonly htmlHeadings: boolean;
  /** Takes the ids that the page declares anywhere, for the dialects that keep generated ones clear of them. */
  slugger(declared?: Iterable<string>): Slugger;
  /** Ids of content tabs, one of which each has, by titles and the ids of the headings above; `declared` are those of the rest of the page. */
  tabIds?(
    tabs: readonly { readonly title: string; readonly above: string | undefined }[],
    declared: Iterable<string>,
  ): readonly (readonly string[])[];
  /**
   * The ids that a link with this fragment reaches, the likeliest first. The fragment is percent-decoded and
   * has no `#`.
   */
  candidates(fragment: string): readonly string[];
}
