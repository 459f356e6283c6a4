import { memoryCache } from '../cache/memory-cache.js';
import type { RunInput } from '../engine/input.js';
import { prepare } from '../engine/prepare.js';
import { references } from '../engine/references.js';
import { run } from '../engine/run.js';
import { type Survey, survey } from '../engine/survey.js';
import { applyEdits } from '../fix/apply-edits.js';
import { workspaceFiles } from '../host/discover.js';
import { movedHost } from '../host/moved-host.js';
import { overlay } from '../host/overlay.js';
import type { BaselineEntry, Break, Edit, Move, Path, Project, Result } from '../model.js';
import { relocated } from '../paths.js';
import { breaks } from './breaks.js';
import { configEdits } from './config-edits.js';
import { follow } from './follow.js';
import { movedBaseline } from './moved-baseline.js';
import { movedSettings } from './moved-settings.js';
import { navigationEdits } from './navigation-edits.js';
import type { Shift } from './shift.js';
import { summaryEdits } from './summary-edits.js';

/** Something that is to be done to a tree, whose links are to follow. */
export interface Intent {
  readonly move?: Move & { readonly files: readonly Path[] };
  /** What is written anew beside the links: the words of a heading. */
  readonly rewording?: Edit;
  /** What becomes of anchors, by the tree before and the tree with the rewording. */
  readonly fragment?: (before: Project, after: Project) => Shift['fragment'];
  /** What else has to be written, such as redirects. */
  readonly more?: (before: Project, after: Project) => readonly Edit[];
}

export interface Refactored {
  /** By the paths and the texts of before; sorted, and none touches another. */
  readonly edits: ReadonlyMap<Path, readonly Edit[]>;
  /** How many links follow, by the file that holds them, before. */
  readonly links: ReadonlyMap<Path, number>;
  readonly breaks: readonly Break[];
  /** The baseline's entries where they have to be others, since their page or their line is. */
  readonly baseline?: readonly BaselineEntry[];
  readonly before: Survey;
}

/** Works out all that a move or a rewording takes. Nothing is written. */
export async function refactor(input: RunInput, intent: Intent): Promise<Refactored> {
  const { move, rewording } = intent;
  const path = (one: Path): Path => (move ? relocated(move, one) : one);
  const memory = memoryCache();
  const configs = new Map([...input.configTexts].filter(([one]) => one !== input.baseline?.file));
  const read = async (texts: ReadonlyMap<Path, string>, isMoved: boolean) => {
    const changed = overlay(input.host, texts);
    const host = move && isMoved ? movedHost(changed, move) : changed;
    const at = isMoved ? path : (one: Path): Path => one;
    const settings = movedSettings(input.settings, isMoved ? move : undefined, [...configs.values()]);
    const ready = await prepare(
      { ...narrowed(input, move?.files ?? [], at), settings, host, memory },
      { isSingle: false },
    );
    return { input: ready, survey: survey(ready) };
  };
  const textOf = (one: Path): string => input.host.read(one) ?? '';

  const before = await read(new Map(), false);
  const own = rewording ? [rewording] : [];
  const chapters = move ? summaryEdits(before.survey.project, move) : [];
  const after = await read(withEdits([...own, ...chapters], textOf), true);
  const shift: Shift = {
    path,
    fragment:
      intent.fragment?.(before.survey.project, after.survey.project) ??
      ((_view, _page, fragment) => fragment),
  };
  const followed = follow({
    before: before.survey.project,
    after: after.survey.project,
    shift,
    references: references(before.survey),
    pages: before.survey.project.pages,
    ...(rewording ? { replaced: { path: rewording.path, span: [rewording.start, rewording.end] } } : {}),
  });
  const more = [
    ...(intent.more?.(before.survey.project, after.survey.project) ?? []),
    ...(move ? [...configEdits(configs, move), ...navigationEdits(before.survey.project, move)] : []),
  ];
  const edits = [...own, ...followed.edits, ...more];
  const final = await read(withEdits(edits, textOf), true);
  const results: readonly [Result, Result] = [
    run(before.input, before.survey),
    run(final.input, final.survey),
  ];
  const baseline = movedBaseline(input, path, results);
  return {
    edits: byPath(edits),
    ...(baseline ? { baseline } : {}),
    links: counts(followed.edits),
    breaks: breaks({
      before: before.survey,
      after: final.survey,
      results,
      shift,
      left: followed.left,
      edits: byPath(edits),
      ...(rewording ? { rewording } : {}),
    }),
    before: before.survey,
  };
}

/** Style is nobody's business here, save where a baseline has to follow; all Markdown of the workspace is. */
function narrowed(
  { found: _found, ahead: _ahead, only: _only, baseline, ...input }: RunInput,
  moved: readonly Path[],
  at: (path: Path) => Path,
): RunInput {
  const rules = baseline
    ? input.rules
    : new Map([...input.rules].filter(([, { scope }]) => scope === 'project'));
  const files = new Set([...workspaceFiles(input.host), ...moved]);
  const isPage = (path: Path): boolean =>
    /\.(?:md|mdx|markdown)$/i.test(path) && input.host.link(path) === undefined;
  const pages = [...files].filter(isPage);
  return { ...input, rules, extraPages: pages.map(at) };
}

function byPath(edits: readonly Edit[]): Map<Path, readonly Edit[]> {
  const found = new Map<Path, Edit[]>();
  for (const edit of edits) {
    const its = found.get(edit.path);
    if (its) its.push(edit);
    else found.set(edit.path, [edit]);
  }
  for (const its of found.values()) its.sort((a, b) => a.start - b.start || a.end - b.end);
  return found;
}

function withEdits(edits: readonly Edit[], textOf: (path: Path) => string): ReadonlyMap<Path, string> {
  return new Map([...byPath(edits)].map(([path, its]) => [path, applyEdits(textOf(path), its)]));
}

function counts(edits: readonly Edit[]): ReadonlyMap<Path, number> {
  return new Map([...byPath(edits)].map(([path, its]) => [path, its.length]));
}
