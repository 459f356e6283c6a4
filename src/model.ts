import type { Root } from 'mdast';
import type { Committed, Fate, LostHeading, Pinned, RenamedHeading } from './history.js';
import type { PageNodes } from './page-nodes.js';

export type { Committed, Fate, LostHeading, Pinned, RenamedHeading } from './history.js';
export type { PageNodes } from './page-nodes.js';
export type {
  BaselineEntry,
  Break,
  Change,
  Failure,
  Graph,
  GraphEdge,
  GraphNode,
  Problem,
  Range,
  Result,
} from './result.js';

/** Relative to the workspace, with `/`, without a leading `./`; the workspace itself is `''`. */
export type Path = string;
/** UTF-16 offsets into a document's text, the end exclusive. */
export type Span = readonly [start: number, end: number];
export type Severity = 'error' | 'warning';
/** A severity as it is configured. */
export type Setting = 'off' | 'warn' | 'error';
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** One file in memory: all that an extractor or a file rule may look at. `text` has no byte order mark. */
export type Document = { readonly path: Path; readonly text: string } & (
  | {
      readonly kind: 'markdown';
      readonly syntax: 'md' | 'mdx';
      /** Made when it is first asked for. */
      readonly tree: Root;
      readonly nodes: PageNodes;
    }
  | { readonly kind: 'data' | 'source' }
);
export type MarkdownDocument = Extract<Document, { kind: 'markdown' }>;

/** A run of a heading's content: a string is prose, a pair is what dialects of slugs disagree on. */
export type Inline = string | readonly [kind: 'code' | 'alt' | 'html' | 'footnote', text: string];

/** A heading in document order, Markdown's or a raw HTML `<h2>`. */
export interface Heading {
  readonly depth: number;
  readonly span: Span;
  /** Entities decoded, escapes removed, white space of line ends as one space. */
  readonly content: readonly Inline[];
  /** The source between the markers, where it is not the content's own words. */
  readonly raw?: string;
  readonly from: 'markdown' | 'html';
}

/** An id that the page declares by an attribute of raw HTML. */
export interface Anchor {
  readonly id: string;
  readonly span: Span;
  readonly from: 'id' | 'name';
}

/**
 * `html` is an attribute of raw HTML, `jsx` one of a component, `import` a module that MDX imports, `include` a
 * file whose text or lines a generator puts in, `front-matter` a value of a configured key, `ref` a shortcode.
 */
export type LinkKind =
  | 'link'
  | 'image'
  | 'definition'
  | 'autolink'
  | 'html'
  | 'jsx'
  | 'import'
  | 'include'
  | 'front-matter'
  | 'ref';

export type Link = {
  readonly kind: LinkKind;
  /** As Markdown or HTML decodes it: entities and escapes resolved, percent-encoding kept. */
  readonly url: string;
  /** The whole construct. */
  readonly span: Span;
  /** The url alone as it is written. */
  readonly urlSpan: Span;
  /** False where `urlSpan` does not hold `url` to the letter: escaped, or not found. No edit can be made there. */
  readonly verbatim?: false;
  /** Of an include or a ref: whose syntax it is written in. Only that generator reads it; a ref is Hugo's by default. */
  readonly by?: 'sphinx' | 'vitepress' | 'mkdocs' | 'mdbook' | 'docfx' | 'embedme';
  /** Of an include: the last of the lines, from 1, or the named region that it takes. */
  readonly part?: { readonly line: number } | { readonly region: string };
};

/** `[text][label]` or `[label][]` that no definition answers. */
export interface UndefinedReference {
  readonly label: string;
  readonly span: Span;
}

/** A comment that turns problems off. `rules` is empty for all; an entry is `rule` or `rule/code`. */
export interface Suppression {
  readonly action: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  readonly rules: readonly {
    readonly name: string;
    readonly span: Span;
    /** What to take out for the comment to be without the name. */
    readonly removal: Span;
  }[];
  readonly span: Span;
  /** What to take out for the page to be as if the comment had never been there. */
  readonly removal: Span;
  readonly reason?: string;
  /** Lines, from 1, that `disable-line` and `disable-next-line` speak of: first and last. */
  readonly lines?: readonly [number, number];
}

/** All that later steps may know of a file. Plain JSON. */
export interface Facts {
  readonly path: Path;
  readonly kind: Document['kind'];
  /** In UTF-16 code units. */
  readonly length: number;
  readonly lineStarts: readonly number[];
  readonly headings: readonly Heading[];
  readonly anchors: readonly Anchor[];
  readonly links: readonly Link[];
  /** Content tabs of Python-Markdown with the number of the heading above each, -1 for none; absent where there are none. */
  readonly tabs?: readonly { readonly title: string; readonly span: Span; readonly heading: number }[];
  /** Whether something the page holds, a component or a template, may bring ids that no reading can tell. */
  readonly hasUnknownIds: boolean;
  /** The keys of front matter that decide where a page is: `slug`, `id`, `url`, `aliases` and their like. */
  readonly frontMatter: Readonly<Record<string, Json>>;
  /** Whether it begins with front matter, whatever that holds. */
  readonly hasFrontMatter: boolean;
  readonly undefinedReferences: readonly UndefinedReference[];
  readonly suppressions: readonly Suppression[];
  /** Parts that could not be read, such as front matter that is no YAML. */
  readonly faults: readonly { readonly offset: number; readonly message: string }[];
  /** What each project rule's own `extract` returned, by rule and options. */
  readonly byRule: Readonly<Record<string, Json>>;
  /** What the file rules found, by rule; severity is no fact. */
  readonly findings: Readonly<Record<string, readonly Finding[]>>;
}

/** Where a url leads. `fragment` is percent-decoded, without its `#`, and absent when the url has none. */
export type Target =
  /** `unknown` is a url that only a site generator could fill in. */
  | { readonly kind: 'external' | 'unknown' | 'empty' }
  | { readonly kind: 'file'; readonly path: Path; readonly fragment?: string }
  | { readonly kind: 'directory'; readonly path: Path; readonly index?: Path; readonly fragment?: string }
  /** `actual` is the path as the disk spells it. */
  | { readonly kind: 'case'; readonly path: Path; readonly actual: Path; readonly fragment?: string }
  | { readonly kind: 'missing'; readonly path: Path; readonly fragment?: string }
  | { readonly kind: 'outside'; readonly path: string }
  /** A page that exists without a file of its own: a redirect, an alias, a page that the generator makes. */
  | { readonly kind: 'virtual'; readonly path: Path; readonly to?: string };

/** The ids that a link to a page may name. */
export interface Anchors {
  /** Each with the place that declares it. */
  readonly ids: ReadonlyMap<string, Span>;
  /** Whether a fragment, percent-decoded and without `#`, reaches one of them. */
  has(fragment: string): boolean;
  /** The one that it reaches. */
  reached(fragment: string): string | undefined;
}

/** The whole tree: facts and a listing; no text, no syntax tree. */
export interface Project {
  /** Docs roots, as configured or found. */
  readonly roots: readonly Path[];
  /** What shows the pages, each with the directory of its configuration. */
  readonly sites: readonly { readonly generator: string; readonly base: Path }[];
  /** Every page under a docs root, sorted. */
  readonly pages: readonly Path[];
  /** Files that a rule which goes page by page is to look at, sorted but for those that are no pages, which come last. */
  readonly asked: readonly Path[];
  /** Whether it is one of `pages`. */
  isPage(path: Path): boolean;
  /** Facts of every page, and of each file that a rule asked for by `sources`. */
  readonly files: ReadonlyMap<Path, Facts>;
  /** Whether git's own listing backs `has`; without it the workspace may be a partial copy. */
  readonly git: boolean;
  /** What stands at exactly this path, letter case included. */
  has(path: Path): 'file' | 'directory' | undefined;
  /** Names in a directory, sorted; none when there is no such directory. */
  list(directory: Path): readonly string[];
  /** Every file of the workspace that git does not ignore, sorted; no link to a directory is followed. Listed once. */
  workspaceFiles(): readonly Path[];
  /** Those of the paths that git ignores: they are here, and nowhere else. */
  ignored(paths: readonly Path[]): ReadonlySet<Path>;
  /** Where a link of a page leads, in the first of its views. */
  resolve(from: Path, link: LinkLike): Target;
  /** Of a page with facts, in the first of its views; undefined without. */
  anchors(path: Path): Anchors | undefined;
  /** Files of the workspace that have this name, sorted; those that git ignores are none of them. */
  named(name: string): readonly Path[];
  /** What became of paths that are not there, of those for which git remembers it. */
  fates(paths: readonly Path[]): ReadonlyMap<Path, Fate>;
  /** In the order of the questions: what each lost heading's id became, by git's memory; undefined where it knows nothing. */
  renamedHeadings(lost: readonly LostHeading[]): readonly (RenamedHeading | undefined)[];
  /**
   * How a page's link would be written to lead elsewhere; undefined when no way to write it leads there in all of its
   * views. `was` is where it led before something was moved.
   */
  linkTo(from: Path, link: Link, to: Destination, was?: readonly Path[]): Rewrite | undefined;
  /**
   * The text of a file as it is at hand, for what facts cannot hold, such as a copy of it; undefined when there is
   * none or it cannot be read. Name the file in `sources` too.
   */
  text(path: Path): string | undefined;
  /** The file that a url of the own repository shows as one commit has it; undefined for other urls. */
  pinned(url: string): (Pinned & { readonly fragment?: string }) | undefined;
  /** Files as commits hold them, as far as git knows; all that are asked for at once. */
  committed(files: readonly Pinned[]): Committed;
  /** The places where a page is read, each with rules of its own for links and ids; at least one. */
  views(page: Path): readonly View[];
}

/** Where a link is to lead. Without a fragment, it keeps its own. */
export interface Destination {
  readonly path: Path;
  readonly fragment?: string;
}

/** A file or a folder with a new name, in another place or not. */
export interface Move {
  readonly from: Path;
  readonly to: Path;
}

/** What a link leads by. */
export type LinkLike = Pick<Link, 'url' | 'kind' | 'by'>;

/** A link as it would be written, and the edit that writes it where one can be made. */
export interface Rewrite {
  readonly url: string;
  readonly edit?: Edit;
}

/** A forge or a site as one page is read there. */
export interface View {
  /** As `site.generator` names it. */
  readonly generator: string;
  /** Whether it shows the files of the repository as git holds them, and nothing that is built. */
  readonly isForge: boolean;
  resolve(from: Path, link: LinkLike): Target;
  anchors(path: Path): Anchors | undefined;
  /** Whether it answers `[text][label]` on every page, or may do so. */
  defines(label: string): boolean;
}

/** A second place that belongs to a problem. */
export interface Related {
  readonly path: Path;
  readonly span: Span;
  readonly message: string;
}

export interface Edit {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits that apply whole or not at all. */
export interface Fix {
  readonly safe: boolean;
  readonly description: string;
  readonly edits: readonly Edit[];
}

/** What a rule yields. */
export interface Finding {
  readonly code: string;
  readonly span: Span;
  /** What is wrong, then what to do; code in backticks. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Where it differs from the code's own; a rule that is set to `warn` never yields an error. */
  readonly severity?: Setting;
  /** The file that this problem points at, when it is another one. */
  readonly target?: Path;
}

export interface ProjectFinding extends Finding {
  readonly path: Path;
}
