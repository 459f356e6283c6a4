import type { Json, Span } from '../../src/rule.js';
import type { CaseName, Form, Relation, Split } from './docs-options.js';
import type { Layout } from './layout.js';

/** How a text is written, as far as another value can be written in its place. */
export type Writing =
  /** A code span. */
  | 'code'
  /** A code span in a table cell. */
  | 'cell'
  /** A `<code>` element. */
  | 'html'
  /** Prose without any mark-up. */
  | 'text'
  /** Part of a line of a code block, and the name before a `:` or `=` there. */
  | 'line'
  | 'key'
  /** A string of JSON, quotes included. */
  | 'json';

/** A value as a page writes it. */
export type Value = {
  readonly value: string;
  readonly span: Span;
  /** How another value is written in its place; absent where that could mean something else. */
  readonly write?: Writing;
  /** What such an edit replaces, where it is not the span. */
  readonly inner?: Span;
  /** Index of the item, row or line that holds it. */
  readonly item?: number;
};

/** A run of inline content, in order. */
export type Piece = {
  readonly kind: 'text' | 'code';
  readonly text: string;
  readonly span: Span;
  readonly write?: Writing;
};

/** One place on a page that can hold values. */
export type Block = {
  readonly form: Exclude<Form, 'headings'>;
  readonly span: Span;
  /** Only tables, and code blocks by their `split`, have more than one, and names for them. */
  readonly columns: readonly { readonly name?: string; readonly values: readonly Value[] }[];
  /** Of a list, a table or a code block: how it is written. */
  readonly layout?: Layout;
  /** Of a paragraph that may be a sentence with values. */
  readonly pieces?: readonly Piece[];
};

/** A comment that declares the list behind it. */
export type Comment = {
  readonly span: Span;
  readonly file: string;
  readonly fileSpan: Span;
  /** A type, a constant, or the beginning of names with a `*` behind it. */
  readonly name: string;
  readonly column?: string | number;
  readonly as?: Form;
  readonly level?: number;
  readonly split?: Split;
  readonly relation?: Relation;
  readonly case?: CaseName;
  readonly ordered?: true;
  readonly exempt: readonly (Value & { readonly reason: string })[];
};

/** What is wrong with a comment. With `nothing-found` it declares nothing; otherwise one exemption does not count. */
export type Mistake = {
  readonly code: 'nothing-found' | 'unused-exemption';
  readonly span: Span;
  readonly mistake: string;
};

/** What `check` needs of a page; absent for a page that nothing declares. In document order. */
export type PageFacts = {
  readonly kind: 'page';
  readonly comments: readonly (Comment | Mistake)[];
  readonly blocks: readonly Block[];
  /** Plain texts, for `after`; only of a page that an option with `after` names. */
  readonly texts: readonly { readonly text: string; readonly span: Span }[];
  /** `title` of its front matter. */
  readonly title?: string;
  /** Of a page that is a navigation, such as `SUMMARY.md`. */
  readonly entries?: readonly Entry[];
};

/** An entry of a navigation. Its span is that of what it says: the title, else the path. */
export type Entry = {
  readonly title?: string;
  /** As it is written. */
  readonly path?: string;
  readonly span: Span;
  /** Where the title is, when it stands by itself. */
  readonly write?: Writing;
  /** Index of the entry above. */
  readonly parent?: number;
  /** Whether it is a part's heading, whose entries are on the first level too. */
  readonly isPart?: true;
};

/** A file of data that is a navigation; without entries where it could not be read. */
type NavigationFacts = { readonly kind: 'navigation'; readonly entries: readonly Entry[] };

/** What `check` needs of a source file, by language, each for that language alone to read. */
type SourceFacts = {
  readonly kind: 'source';
  readonly files: Readonly<Record<string, Json>>;
  /** Of a file of data that is a navigation too. */
  readonly entries?: readonly Entry[];
};

export type CodeValuesFacts = PageFacts | SourceFacts | NavigationFacts;
