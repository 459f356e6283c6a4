import type { Host } from '../host/host.js';
import type { Parser } from '../markdown/parse.js';
import type { Path, Setting } from '../model.js';
import type { Rule, Where } from '../rule.js';

export type RuleSettings = ReadonlyMap<string, { readonly setting: Setting; readonly options: unknown }>;

/** All that a run depends on. */
export interface RunInput {
  readonly host: Host;
  readonly parser: Parser;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly roots: readonly Path[];
  /** Where the pages are shown, by name; without, what the tree itself shows. */
  readonly generators?: readonly string[];
  /** Where the workspace is on the web, as configured. */
  readonly own?: { readonly repository?: string; readonly site?: string };
  /** Whether a file below a docs root is a page, by `include` and `exclude`. */
  isPage(path: Path): boolean;
  /** Pages that were named although no docs root holds them. */
  readonly extraPages?: readonly Path[];
  /** The same object for pages with the same settings. `''` asks for the workspace's own. */
  settings(path: Path): RuleSettings;
  where(rule: string): Where;
  /** The text of config files by path: problems of a declaration stand there. */
  readonly configTexts: ReadonlyMap<Path, string>;
  /** Problems are shown in these files, and elsewhere where they point at one of them. */
  readonly only?: ReadonlySet<Path>;
  /** Rules that the command line left out of this run: their suppressions are not called unused. */
  readonly leftOut?: ReadonlySet<string>;
}
