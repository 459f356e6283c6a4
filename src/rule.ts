import type {
  BaselineEntry,
  Destination,
  Document,
  Facts,
  Finding,
  Json,
  Path,
  Project,
  ProjectFinding,
  Setting,
  Span,
  Suppression,
} from './model.js';

export { globMatcher } from './glob.js';
export type {
  Anchor,
  Anchors,
  BaselineEntry,
  Committed,
  Destination,
  Document,
  Edit,
  Facts,
  Fate,
  Finding,
  Fix,
  Heading,
  Json,
  Link,
  MarkdownDocument,
  PageNodes,
  Path,
  Pinned,
  Project,
  ProjectFinding,
  Related,
  RenamedHeading,
  Rewrite,
  Setting,
  Span,
  Suppression,
  Target,
  View,
} from './model.js';
export { isSlip, nearest } from './nearest.js';
export { once } from './once.js';
export { editionOf, isWithin, join, nameOf, normalize, parentOf, relative } from './paths.js';
export { type LinePattern, linePattern, longestLine } from './pattern/line-pattern.js';
export { at, code } from './quote.js';
export { isRegionMark, type Region, regions } from './source/regions.js';
export { type SourcePiece, sourcePieces } from './source/source-pieces.js';
export { lineColumn, lineStarts, lineText } from './text.js';
export { readToml } from './toml.js';
export { textOf, walk } from './walk.js';
export { readYamlTree, type YamlMember, type YamlNode } from './yaml-tree.js';

/** A JSON Schema for a rule's options. Defaults are filled in before a rule sees them. */
export type OptionsSchema = {
  readonly type: 'object';
  readonly properties: object;
  readonly [key: string]: unknown;
};

/** More about a code than what to do. */
export interface Code {
  readonly summary: string;
  /** Where it differs from the rule's. */
  readonly severity?: Setting;
}

/** The workspace, for a rule that reads what other tools are configured by. */
export interface Workspace {
  /** What stands at exactly this path. */
  has(path: Path): 'file' | 'directory' | undefined;
  /** Without byte order mark; undefined when there is no such file. Throws UserError when it cannot be read. */
  read(path: Path): string | undefined;
  /**
   * The file that Node finds by a specifier, such as one in an installed package. `directory` is one of the
   * workspace, or the absolute one of a file that was found so. Undefined when there is none.
   */
  resolve(specifier: string, directory: string): { readonly path: string; readonly text: string } | undefined;
  /** Tells something to the person who runs it; the same words are told once. */
  note(message: string): void;
}

/** A workspace without a config, for a rule that says what it would check there. */
export interface Lookout {
  /** Holds the facts of pages alone, none of a rule. */
  readonly project: Project;
  /** Every file of the workspace that git does not ignore, sorted. */
  readonly files: readonly Path[];
  /** A file, as `extract` gets it; undefined for one that cannot be read. Not kept: reading twice costs twice. */
  readonly read: (path: Path) => Document | undefined;
}

/** What a rule found that it would check. */
export interface Proposal {
  /** For the person who decides; half a sentence. */
  readonly found: string;
  /** What a config has to say for it, if anything; lists of several proposals are joined. */
  readonly options?: Readonly<Record<string, Json>>;
}

interface RuleBase {
  /** One line, for `docs-lint rules`. */
  readonly summary: string;
  /** The severity without configuration. */
  readonly severity: Setting;
  /**
   * Whether something in this very directory turns the rule on for the pages in it and below. Where nothing
   * does, and no configuration sets a severity, the rule is off.
   */
  enabledBy?(directory: Path, workspace: Workspace): boolean;
  /** Every code with one line of what to do. */
  readonly codes: Readonly<Record<string, string | Code>>;
  /** Whether a name that `codes` lacks may be a code too, which something the workspace configures brings in. */
  mayBeCode?(name: string): boolean;
  readonly options?: OptionsSchema;
  /** Whether some of its findings carry a fix. */
  readonly fixable?: boolean;
  /** What a first look at the tree shows of it, half a sentence each; reads no file. `init` shows it too. */
  sees?(project: Project): Iterable<string>;
  /** What `docs-lint init` shows, and writes to the config. */
  propose?(lookout: Lookout): Iterable<Proposal>;
}

/** What a file rule gets for a page beside the page and its options. */
export interface Given<C, L> {
  /** What `configure` said of the page. */
  readonly config: C;
  /** What `load` returned. */
  readonly library: L;
  /** The ids of all rules that run on the page: what another one does better, a rule may leave to it. */
  readonly rules: readonly string[];
}

/** Looks at one page. Pure: its findings are cached by content, options and what `configure` said. */
export interface FileRule<O = Record<string, never>, C extends Json | undefined = undefined, L = undefined>
  extends RuleBase {
  readonly scope: 'file';
  /**
   * Takes many times as long as other rules, and looks at the text alone: pages are shared out over threads
   * before the run where that pays. There the document has no tree, and options and `configure`'s words are JSON.
   */
  readonly isSlow?: boolean;
  /** Imports what this rule alone needs. Awaited once in a thread, and only when the rule runs on some page. */
  load?(): Promise<L>;
  /**
   * Called once a run for the pages that have the same options. What it returns says of one of them what files in
   * the workspace set for it; undefined leaves the page out. That one throws UserError with the place in a file that
   * is wrong: it is reported, and the page is left out.
   */
  configure?(
    workspace: Workspace,
    options: O,
    pages: readonly Path[],
  ): Promise<(page: Path) => C | undefined>;
  /** Imports what the words of `configure` name. Awaited for them in each thread before `check` is given them. */
  prepare?(config: C, library: L): Promise<void>;
  /** False where `configure` has code run whose version nobody knows: then nothing is kept for another run. */
  isLasting?(config: C): boolean;
  /** Throws UserError for a page that it cannot check. */
  check(document: Extract<Document, { kind: 'markdown' }>, options: O, given: Given<C, L>): Iterable<Finding>;
}

/**
 * The place in the config file that declares an option, for problems of the declaration itself: a JSON
 * pointer into the rule's options, `''` for all of them. For options that come from a preset, the place
 * that names the preset.
 */
export type Where = (pointer: string) => { readonly path: Path; readonly span: Span };

/** What a rule could not judge, as a sentence for the person who runs it; no problem. */
export interface Note {
  readonly note: string;
}

/** A word on a page that is said of all pages together: see `sumUp`. */
export interface Aside {
  readonly path: Path;
  readonly aside: string;
}

/** A place that points at a file in a way that this rule alone knows: no link of a page. */
export interface Reference {
  /** The file that holds it. */
  readonly path: Path;
  /** What is to be written anew for it to point elsewhere. */
  readonly span: Span;
  readonly to: Destination;
  /** What stands there for it to point elsewhere, in the tree as it is then, where the holder may have moved too; undefined where nothing can. */
  write(project: Project, holder: Path, to: Destination): string | undefined;
}

/** Looks at the whole tree, by facts alone. */
export interface ProjectRule<O = Record<string, never>, F extends Json = Json> extends RuleBase {
  readonly scope: 'project';
  /**
   * Goes page by page: `check` and `sources` look at `project.asked` alone, and what they yield for a page follows from
   * its own facts, from those of its sources, and of other files from where they are and which ids they have. Each
   * finding stands in the page that it is yielded for. After a change, such a rule is asked for few pages.
   */
  readonly isByPage?: boolean;
  /** What `check` will need of a page, or of a file that `sources` named. Pure and cached. */
  extract?(document: Document, options: O): F | undefined;
  /**
   * Files beyond the pages whose facts `check` needs; they may be absent. Asked again after each
   * round of reading in which facts of its own, or links, headings or anchors came up, until it names nothing new.
   */
  sources?(project: Project, options: O, facts: ReadonlyMap<Path, F>): Iterable<Path>;
  /** What points at files and anchors that are there, so that it can follow what is moved or renamed. */
  references?(project: Project, options: O, facts: ReadonlyMap<Path, F>): Iterable<Reference>;
  check(
    project: Project,
    options: O,
    facts: ReadonlyMap<Path, F>,
    where: Where,
  ): Iterable<ProjectFinding | Note | Aside>;
  /** What there is to say of the asides of all pages. */
  sumUp?(asides: readonly string[]): Iterable<Note>;
}

/** One name in one suppression comment, and whether it hid a problem. */
export interface SuppressionUse {
  readonly path: Path;
  readonly suppression: Suppression;
  /** `rule` or `rule/code`; undefined for a comment that names none. */
  readonly name: string | undefined;
  readonly span: readonly [number, number];
  readonly used: boolean;
  /** Whether every rule it speaks of ran, so that being unused means something. */
  readonly ran: boolean;
}

/** Looks at the run itself, after every other rule. */
export interface RunRule<O = Record<string, never>> extends RuleBase {
  readonly scope: 'run';
  check(
    run: {
      readonly uses: readonly SuppressionUse[];
      /** Every rule's id and its codes. */
      readonly rules: ReadonlyMap<string, readonly string[]>;
      readonly files: ReadonlyMap<Path, Facts>;
    },
    options: O,
  ): Iterable<ProjectFinding>;
  /** Looks at entries of the baseline that hide nothing; their spans are in it. */
  checkBaseline?(stale: readonly BaselineEntry[], options: O): Iterable<Finding>;
}

// biome-ignore lint/suspicious/noExplicitAny: a registry holds rules of every options type
export type Rule = FileRule<any, any, any> | ProjectRule<any, any> | RunRule<any>;

/** Gives the options and facts of a rule their types; returns the rule as it is. */
export function defineRule<O, F extends Json = Json>(
  rule: FileRule<O> | ProjectRule<O, F> | RunRule<O>,
): FileRule<O> | ProjectRule<O, F> | RunRule<O> {
  return rule;
}
