import type { FactsCache } from '../cache/open-cache.js';
import type { Place } from '../errors.js';
import type { Discovered } from '../host/discover.js';
import type { Host } from '../host/host.js';
import type { Parser } from '../markdown/parse.js';
import type { Finding, Path, Setting, Span } from '../model.js';
import type { Rule, Where } from '../rule.js';
import type { Baseline } from './baseline.js';
import type { RuleWorkspace } from './rule-workspace.js';
import type { Watch } from './watch.js';

interface RuleSetting {
  readonly setting: Setting;
  readonly options: unknown;
  /** That of the rule itself: nothing that is configured speaks of its severity. */
  readonly isDefault?: boolean;
  /** The place in a config file that sets the severity. */
  readonly from?: () => { readonly path: Path; readonly span: Span };
}

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** What a rule found on a page, or why it could not check it. */
export type Outcome =
  | { readonly findings: readonly Finding[] }
  | { readonly refusal: { readonly message: string; readonly place?: Place } };

/** The outcome for a page of this text. */
export type Checked = Outcome & { readonly text: string };

/** All that a run depends on. */
export interface RunInput {
  readonly host: Host;
  /** Files that were read otherwise than to be checked, where somebody notes it. */
  readonly beside?: ReadonlySet<Path>;
  readonly parser: Parser;
  readonly rules: ReadonlyMap<string, Rule>;
  /** Those of the rules that plugins brought in. */
  readonly plugins?: ReadonlySet<string>;
  /** Where rules look for what other tools are configured by. */
  readonly workspace: RuleWorkspace;
  /** What `load` of a rule returned, by rule: see `prepare`. */
  readonly libraries?: ReadonlyMap<string, unknown>;
  /** What `configure` of a rule returned, by rule and options: see `prepare`. */
  readonly configured?: ReadonlyMap<string, ReadonlyMap<unknown, (page: Path) => unknown>>;
  /** What slow rules made of pages before the run, by rule: see `prepare`. */
  readonly ahead?: ReadonlyMap<string, ReadonlyMap<Path, Checked>>;
  /** The pages, where they were looked for before the run. */
  readonly found?: Discovered;
  readonly roots: readonly Path[];
  /** Where the pages are shown, by name; without, what the tree itself shows. */
  readonly generators?: readonly string[];
  /** Where the workspace is on the web, as configured. */
  readonly own?: { readonly repository?: string; readonly site?: string };
  /** Whether a file below a docs root is a page, by `include` and `exclude`. */
  isPage(path: Path): boolean;
  /** Which of the pages are read, where others read the rest; without, all of them. */
  part?(path: Path): boolean;
  /** Is told of each page that has been read. */
  progress?(done: number, total: number): void;
  /** Pages that were named although no docs root holds them. */
  readonly extraPages?: readonly Path[];
  /** The same object for pages with the same settings. `''` asks for the workspace's own. */
  settings(path: Path): RuleSettings;
  where(rule: string): Where;
  /** The text of config files by path: problems of a declaration stand there. */
  readonly configTexts: ReadonlyMap<Path, string>;
  /** Facts of earlier runs. */
  readonly cache?: Pick<FactsCache, 'get' | 'put'>;
  /** Problems that are not to be told of. */
  readonly baseline?: Baseline;
  /** Problems are shown in these files, and elsewhere where they point at one of them. */
  readonly only?: ReadonlySet<Path>;
  /** What runs over the same tree have worked out, and this one may take up. */
  readonly memory?: Pick<FactsCache, 'get' | 'put'>;
  /** Whether libraries were loaded for those pages alone of which no earlier run knew the findings. */
  readonly isUnchanged?: boolean;
  /** Rules over the whole tree whose findings nobody asks for. What suppresses one of theirs then seems to hide nothing. */
  readonly idle?: ReadonlySet<string>;
  /** Rules that the command line left out of this run: their suppressions are not called unused. */
  readonly leftOut?: ReadonlySet<string>;
  /** Has no part in what is found. */
  readonly watch?: Watch;
}
