import type { Issue } from '../errors.js';
import type { Json, Path, Setting, Span } from '../model.js';
import type { Rule } from '../rule.js';

/** Where configs, extended configs and plugins come from. Paths are absolute. */
export interface ConfigHost {
  /**
   * The text of a file without byte order mark; undefined when there is none.
   * Throws UserError for a directory and for a file that cannot be read.
   */
  readFile(path: string): string | undefined;
  /** The exports of a JavaScript module; rejects with whatever the module throws. */
  importModule(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** The file that a package name leads to from a directory; undefined when it is not installed. */
  resolvePackage(name: string, directory: string): string | undefined;
}

/** A config as it was read, not yet validated. */
export interface ParsedConfig {
  /** Absolute; the name itself for a built-in preset. */
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  readonly value: Json;
  /**
   * Where a JSON pointer of `value` stands in `text`, the nearest thing above it when it stands nowhere
   * itself; undefined where there are no positions, as in JavaScript.
   */
  locate(pointer: string, what: 'key' | 'value'): Span | undefined;
}

/** A config with the `extends` entry that brought it in. */
export interface Layer {
  readonly parsed: ParsedConfig;
  readonly kind: 'own' | 'file' | 'package' | 'preset';
  readonly from?: { readonly layer: Layer; readonly pointer: string };
}

export interface Place {
  readonly path: Path;
  readonly span: Span;
}

/** What one config says of one rule, defaults filled in; without `options` it keeps those that were set before. */
export interface RuleEntry {
  readonly setting: Setting;
  readonly options?: Json;
  /** The place that sets the severity; none for a rule's own. */
  readonly from?: () => Place;
  /** The place that declares an option, by JSON pointer into the options. */
  readonly where: (pointer: string) => Place;
}

export interface ResolvedRule extends RuleEntry {
  readonly options: Json;
  /** Its severity is the rule's own: no config speaks of it. */
  readonly isDefault?: boolean;
}

export interface Override {
  readonly files: readonly string[];
  readonly rules: ReadonlyMap<string, RuleEntry>;
}

export interface Site {
  readonly generator?: readonly string[];
  readonly url?: string;
  readonly repository?: string;
}

/** What one run is configured with: every `extends` merged, every default filled in. */
export interface Config {
  /** Absolute; undefined without a config file. */
  readonly file: string | undefined;
  /** The directory of the config file, absolute; undefined without one. */
  readonly workspace: string | undefined;
  /** Docs roots relative to the workspace; undefined when the config names none. */
  readonly docs: readonly Path[] | undefined;
  /** What is wrong with one of `docs`, where a config names it. */
  issueOf(root: Path, message: string): Issue;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly site: Site;
  /** Every known rule, plugins' too, as it stands without overrides. */
  readonly rules: ReadonlyMap<string, ResolvedRule>;
  readonly overrides: readonly Override[];
  /** Rules that plugins brought in, by id. */
  readonly plugins: ReadonlyMap<string, Rule>;
  /** The text of every config file that a `where` leads to, by path. */
  readonly texts: ReadonlyMap<Path, string>;
  /** About the config itself, for people. */
  readonly warnings: readonly string[];
  /** The place in a config file that declares an option of a rule; `''` for all its options. */
  where(rule: string, pointer: string): Place;
}
