import { survey } from '../engine/survey.js';
import { UserError } from '../errors.js';
import type { Json, Path, Setting } from '../model.js';
import { isWithin } from '../paths.js';
import { lineColumn, lineStarts } from '../text.js';
import { world } from '../trace/world.js';
import type { LintOptions } from './lint.js';
import { openSession } from './open.js';
import { namedPath } from './workspace.js';

/** What is configured for one page. */
export interface Configured {
  readonly path: Path;
  /** Whether a run would check it: it is below a docs root, included, and not ignored. */
  readonly checked: boolean;
  /** Absolute. */
  readonly workspace: string;
  /** The config file, absolute; null where there is none. */
  readonly config: string | null;
  readonly docs: readonly Path[];
  /** What shows the page; it decides how links and heading ids behave. */
  readonly generators: readonly string[];
  readonly rules: Readonly<Record<string, ConfiguredRule>>;
}

interface ConfiguredRule {
  readonly severity: Setting;
  readonly options: Json;
  /** What sets the severity: `default`, `command line`, or a place in a config file as `path:line:column`. */
  readonly from: string;
}

/** Says what is configured for a page, and by what. Throws UserError as `lint` does. */
export async function configuredFor(file: string, options: LintOptions): Promise<Configured> {
  const { stdin: _, paths = [], ...given } = options;
  if (paths.length > 0) throw new UserError('With `--print-config` no other paths can be named.');
  const { cwd = process.cwd() } = options;
  const { input, workspace, configFile } = await openSession({
    ...given,
    paths: [file],
    allowUnmatched: true,
  });
  const { path, kind } = namedPath(world, workspace, cwd, file);
  if (kind === 'directory')
    throw new UserError(`\`${file}\` is a directory. Name a page, whose settings are to be printed.`);
  const { project } = survey({ ...input, rules: new Map() });
  const told = new Set([...(options.only ?? []), ...(options.rules?.keys() ?? [])]);
  const isTold = (id: string): boolean => told.has(id) || (options.only ?? []).length > 0;
  const rules = [...input.settings(path)].map(([id, rule]): [string, ConfiguredRule] => {
    const from = rule.from ? shown(rule.from(), input.configTexts) : 'default';
    const options = rule.options as Json;
    return [id, { severity: rule.setting, options, from: isTold(id) ? 'command line' : from }];
  });
  const views = project.files.has(path) ? project.views(path) : [];
  return {
    path,
    checked: project.pages.includes(path) && input.roots.some((root) => isWithin(root, path)),
    workspace,
    config: configFile ?? null,
    docs: input.roots.map((root) => root || '.'),
    generators: [...new Set(views.map(({ generator }) => generator))],
    rules: Object.fromEntries(rules),
  };
}

interface Place {
  readonly path: Path;
  readonly span: readonly [number, number];
}

function shown({ path, span }: Place, texts: ReadonlyMap<Path, string>): string {
  const { line, column } = lineColumn(lineStarts(texts.get(path) ?? ''), span[0]);
  return `${path}:${line}:${column}`;
}
