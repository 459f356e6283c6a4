import { resolve } from 'node:path';
import type { Answer, EarlierAnswer } from '../cache/answers.js';
import { type Issue, UserError } from '../errors.js';
import type { Setting } from '../model.js';
import { nearest } from '../nearest.js';
import { renderFailure } from '../report/failure.js';
import type { Format, ReportContext } from '../report/format.js';
import { formats } from '../report/formats.js';
import { safeTerminal } from '../report/safe.js';
import { renderStatistics } from '../report/statistics.js';
import { renderTimings } from '../report/timing.js';
import { fix } from '../session/fix.js';
import type { LintOptions, LintResult } from '../session/lint.js';
import { lintAfter } from '../session/lint-after.js';
import { type About, aboutRules } from './about-rules.js';
import { writeBaselineFile } from './baseline-command.js';
import { browserCode } from './browser-code.js';
import { changeOptions } from './change-options.js';
import { exit } from './exit.js';
import { firstNotice } from './first-notice.js';
import { holdSignals } from './hold-signals.js';
import { progressLine } from './progress-line.js';
import { readStdin } from './read-stdin.js';
import { rememberAnswer } from './remember-answer.js';
import { type ReportFile, reportFiles } from './report-files.js';
import { showDiff } from './show-diff.js';
import { shownBefore } from './shown-before.js';
import type { Watching } from './start-watch.js';
import { stepSummary } from './step-summary.js';
import { terminal } from './terminal.js';
import { version } from './version.js';
import { writeWhole } from './write-whole.js';

export interface LintArguments {
  readonly config?: string;
  readonly format?: readonly string[];
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly quiet?: boolean;
  readonly maxWarnings?: number;
  readonly errorOnUnmatchedPattern: boolean;
  readonly suppressAll?: boolean;
  readonly cache: boolean;
  readonly cacheDir?: string;
  readonly pruneBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  readonly diff?: boolean;
  readonly stdinFilename?: string;
  readonly printConfig?: string;
  readonly statistics?: boolean;
  readonly timing?: boolean;
  readonly shardFile?: string;
  readonly since?: string | true;
  readonly staged?: boolean;
  readonly changedLines?: boolean;
  readonly watch?: boolean;
}

/** In bytes. What is longer may be written to a pipe in parts, and what goes to the other stream comes between. */
const atOnce = 4096;

/** Lints, fixes if asked to, writes every report that was asked for, and sets the exit status. */
export async function lintCommand(
  paths: readonly string[],
  options: LintArguments,
  watching: Watching,
  earlier?: EarlierAnswer,
): Promise<void> {
  if (options.timing) watching.measure();
  await run(paths, options, watching, earlier);
  if (!options.timing) return;
  process.stderr.write(renderTimings(watching.timings(), performance.now(), terminal(process.stderr)));
}

async function run(
  paths: readonly string[],
  options: LintArguments,
  watching: Watching,
  earlier: EarlierAnswer | undefined,
): Promise<void> {
  const { watch } = watching;
  const change = changeOptions(options, process.env);
  const stdin = readStdin(paths, options);
  const isFixing = Boolean(options.fix || options.fixUnsafe || options.diff);
  const reports = reportFiles(
    { ...options, annotates: process.env.GITHUB_ACTIONS === 'true' },
    stdin && isFixing && !options.diff ? 'text' : options.diff ? 'diff' : undefined,
  );
  const line = progressLine(process.stderr, { isQuiet: options.quiet });
  const what: LintOptions = {
    progress: line.show,
    paths: stdin ? [stdin.path] : paths,
    ...(stdin ? { stdin } : {}),
    ...checkOptions(options),
    ...change,
    watch,
  };
  if (options.printConfig !== undefined)
    return (await import('./print-config.js')).printConfig(options.printConfig, what);
  const about = await aboutRules();
  if (options.watch) {
    const own = reports.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
    const { watchCommand } = await import('./watch-command.js');
    const { progress: _progress, ...checked } = what;
    const show = (found: LintResult) => void report(found, reports, options, about);
    return watchCommand(checked, show, own, (error) => exit(error, watching.stepsOf(error)));
  }
  if (options.suppressAll || options.pruneBaseline) {
    if (isFixing)
      throw new UserError('The baseline is written from problems that are left. Fix first, then write it.');
    const written = await writeBaselineFile(what, options.suppressAll === true, line);
    const { failures } = written;
    for (const failure of failures)
      process.stderr.write(renderFailure(failure, contextOf(written, process.stderr, false)));
    process.exitCode = failures.length > 0 ? 2 : 0;
    return;
  }
  const showing = (found: LintResult): Omit<Answer, 'asked'> =>
    watch({ phase: 'report' }, () => report(found, reports, options, about, earlier?.answer));
  if (!isFixing) {
    const found = await line.during(lintAfter(what, earlier));
    const answer = showing(found);
    const isWhole = !stdin && answer.status !== 2 && reports.every(({ file }) => file === undefined);
    const trace = isWhole && !options.timing ? found.trace?.() : undefined;
    if (trace) await rememberAnswer(answer, { paths, options }, trace, found.kept?.());
    return;
  }
  const { fixUnsafe: unsafe = false, quiet: errorsOnly = false } = options;
  const fixed = await line.during(fix({ ...what, unsafe, errorsOnly }));
  if (options.diff) {
    showing(fixed.before);
    showDiff(fixed);
    return;
  }
  if (fixed.stdout !== undefined) process.stdout.write(fixed.stdout);
  else if (fixed.changes.length > 0) await holdSignals(() => fixed.write());
  showing(fixed);
}

/** Those of the options that say what is checked, and not how it is shown. */
export function checkOptions(options: LintArguments): LintOptions {
  return {
    only: options.only ?? [],
    rules: severities(options.rule ?? []),
    allowUnmatched: !options.errorOnUnmatchedPattern,
    cache: options.cache && (options.cacheDir ?? true),
    ...(options.config === undefined ? {} : { config: options.config }),
  };
}

/**
 * Writes the reports and sets the exit status. A file that cannot be written takes no other report away; it throws
 * UserError in the end.
 */
export function report(
  found: LintResult,
  reports: readonly ReportFile[],
  options: Pick<LintArguments, 'quiet' | 'maxWarnings' | 'statistics'>,
  about: About,
  earlier?: Answer,
): Omit<Answer, 'asked'> {
  const output: [1 | 2, string][] = [];
  const shown = shownBefore(found, earlier);
  const print = (stream: 'stdout' | 'stderr', text: string): void => {
    if (text === '') return;
    output.push([stream === 'stdout' ? 1 : 2, text]);
    process[stream].write(text);
  };
  const told = options.quiet ? errorsAlone(found) : found;
  if (reports.some(({ format, file, stream }) => format === 'pretty' && !file && !stream))
    print('stderr', firstNotice(found, options));
  const unwritten: Issue[] = [];
  for (const { format, file, stream = 'stdout' } of reports) {
    const isShown = file === undefined && stream === 'stdout';
    const context = {
      ...contextOf(found, process[stream], file !== undefined),
      ...{ about, browserCode },
      ...(isShown ? { shown } : {}),
    };
    const rendered = rendererOf(format, options)(told, context);
    if (file === undefined) for (const text of gathered(chunksOf(rendered))) print(stream, text);
    else unwritten.push(...writeReport(file, rendered));
  }
  const stderr = contextOf(found, process.stderr, false);
  if (options.statistics && !reports.some(({ format }) => format === 'pretty'))
    print('stderr', renderStatistics(told, stderr));
  if (reports.some(({ format, file }) => format === 'github' && file === undefined))
    stepSummary(told, stderr);
  for (const note of found.notes) print('stderr', `note: ${safeTerminal(note)}\n`);
  for (const failure of found.failures) print('stderr', renderFailure(failure, stderr));
  const isOver = options.maxWarnings !== undefined && found.summary.warnings > options.maxWarnings;
  if (isOver)
    print(
      'stderr',
      `${found.summary.warnings} warnings are more than --max-warnings ${options.maxWarnings}.\n`,
    );
  const status = found.failures.length > 0 ? 2 : found.summary.errors > 0 || isOver ? 1 : 0;
  process.exitCode = status;
  if (unwritten.length > 0) throw UserError.of(unwritten);
  return { output, status, problems: shown.places(output) };
}

/** What kept the file from being written. */
function writeReport(file: string, rendered: string | Iterable<string>): readonly Issue[] {
  try {
    writeWhole(file, [...chunksOf(rendered)].join(''));
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.issues;
    throw error;
  }
}

/** With `--statistics`, people get counts in place of the problems. */
function rendererOf(name: string, { statistics }: Pick<LintArguments, 'statistics'>): Format['render'] {
  const format = formats.get(name) as Format;
  return statistics && name === 'pretty'
    ? renderStatistics
    : (result, context) => format.render(result, context);
}

function errorsAlone(result: LintResult): LintResult {
  const problems = result.problems.filter(({ severity }) => severity === 'error');
  const fixable = problems.filter(({ fix }) => fix?.safe).length;
  return { ...result, problems, summary: { ...result.summary, warnings: 0, fixable } };
}

export function contextOf(
  found: Pick<LintResult, 'workspace' | 'prefix' | 'text'> & Partial<Pick<LintResult, 'graph'>>,
  stream: NodeJS.WriteStream,
  isFile: boolean,
): ReportContext {
  const { color, hyperlinks, width } = terminal(stream);
  return {
    tool: { name: 'docs-lint', version: version() },
    color: isFile ? 0 : color,
    hyperlinks: !isFile && hyperlinks,
    width,
    root: found.workspace,
    prefix: found.prefix,
    text: (path) => found.text(path),
    ...(found.graph ? { graph: found.graph } : {}),
  };
}

function chunksOf(rendered: string | Iterable<string>): Iterable<string> {
  return typeof rendered === 'string' ? [rendered] : rendered;
}

/** Chunks together, as far as they are written at once: piece by piece, a long report takes a call for each problem. */
function* gathered(chunks: Iterable<string>): Iterable<string> {
  let text = '';
  let size = 0;
  for (const chunk of chunks) {
    const more = Buffer.byteLength(chunk);
    if (size + more > atOnce) {
      yield text;
      text = '';
      size = 0;
    }
    text += chunk;
    size += more;
  }
  yield text;
}

function severities(given: readonly string[]): ReadonlyMap<string, Setting> {
  return new Map(
    given.map((entry) => {
      const equals = entry.indexOf('=');
      const id = equals < 0 ? entry : entry.slice(0, equals);
      const severity = equals < 0 ? 'error' : entry.slice(equals + 1);
      if (severity !== 'off' && severity !== 'warn' && severity !== 'error') {
        const near =
          nearest(severity, ['off', 'warn', 'error']) ?? (severity === 'warning' ? 'warn' : undefined);
        const advice = near === undefined ? 'It is `off`, `warn` or `error`.' : `Did you mean \`${near}\`?`;
        throw new UserError(`\`--rule ${entry}\`: there is no severity \`${severity}\`. ${advice}`);
      }
      return [id, severity] as const;
    }),
  );
}
