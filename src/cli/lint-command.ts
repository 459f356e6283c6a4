import { resolve } from 'node:path';
import type { Answer } from '../cache/answers.js';
import { UserError } from '../errors.js';
import type { Result, Setting } from '../model.js';
import { nearest } from '../nearest.js';
import { renderFailure } from '../report/failure.js';
import type { ReportContext } from '../report/format.js';
import { formats } from '../report/formats.js';
import { safeTerminal } from '../report/safe.js';
import { fix } from '../session/fix.js';
import { type LintOptions, type LintResult, lint } from '../session/lint.js';
import { type About, aboutRules } from './about-rules.js';
import { rememberAnswer } from './answer.js';
import { writeBaselineFile } from './baseline-command.js';
import { changeOptions } from './change-options.js';
import { holdSignals } from './hold-signals.js';
import { readStdin } from './read-stdin.js';
import { type ReportFile, reportFiles } from './report-files.js';
import { showDiff } from './show-diff.js';
import { stepSummary } from './step-summary.js';
import { terminal } from './terminal.js';
import { version } from './version.js';
import { watchCommand } from './watch-command.js';
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
  readonly since?: string | true;
  readonly staged?: boolean;
  readonly changedLines?: boolean;
  readonly watch?: boolean;
}

/** Lints, fixes if asked to, writes every report that was asked for, and sets the exit status. */
export async function lintCommand(paths: readonly string[], options: LintArguments): Promise<void> {
  const change = changeOptions(options, process.env);
  const stdin = readStdin(paths, options);
  const isFixing = Boolean(options.fix || options.fixUnsafe || options.diff);
  const reports = reportFiles(
    { ...options, annotates: process.env.GITHUB_ACTIONS === 'true' },
    stdin && isFixing && !options.diff ? 'text' : options.diff ? 'diff' : undefined,
  );
  const what: LintOptions = {
    paths: stdin ? [stdin.path] : paths,
    ...(stdin ? { stdin } : {}),
    only: options.only ?? [],
    rules: severities(options.rule ?? []),
    ...change,
    allowUnmatched: !options.errorOnUnmatchedPattern,
    cache: options.cache && (options.cacheDir ?? true),
    ...(options.config === undefined ? {} : { config: options.config }),
  };
  const about = await aboutRules();
  if (options.watch) {
    const own = reports.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
    return watchCommand(what, (found) => void report(found, reports, options, about), own);
  }
  if (options.suppressAll || options.pruneBaseline) {
    if (isFixing)
      throw new UserError('The baseline is written from problems that are left. Fix first, then write it.');
    const written = await writeBaselineFile(what, options.suppressAll === true);
    const { failures } = written;
    for (const failure of failures)
      process.stderr.write(renderFailure(failure, contextOf(written, process.stderr, false)));
    process.exitCode = failures.length > 0 ? 2 : 0;
    return;
  }
  if (!isFixing) {
    const found = await lint(what);
    const answer = report(found, reports, options, about);
    const isWhole = !stdin && answer.status !== 2 && reports.every(({ file }) => file === undefined);
    const trace = isWhole ? found.trace?.() : undefined;
    if (trace) await rememberAnswer(answer, trace);
    return;
  }
  const { fixUnsafe: unsafe = false, quiet: errorsOnly = false } = options;
  const fixed = await fix({ ...what, unsafe, errorsOnly });
  if (options.diff) {
    report(fixed.before, reports, options, about);
    showDiff(fixed);
    return;
  }
  if (fixed.stdout !== undefined) process.stdout.write(fixed.stdout);
  else if (fixed.changes.length > 0) await holdSignals(() => fixed.write());
  report(fixed, reports, options, about);
}

function report(
  found: LintResult,
  reports: readonly ReportFile[],
  options: LintArguments,
  about: About,
): Answer {
  const output: [1 | 2, string][] = [];
  const print = (stream: 'stdout' | 'stderr', text: string): void => {
    output.push([stream === 'stdout' ? 1 : 2, text]);
    process[stream].write(text);
  };
  const shown = options.quiet ? errorsAlone(found) : found;
  for (const { format, file, stream = 'stdout' } of reports) {
    const rendered = (
      formats.get(format) as { render: (result: Result, context: ReportContext) => string | Iterable<string> }
    ).render(shown, { ...contextOf(found, process[stream], file !== undefined), about });
    if (file === undefined) for (const chunk of chunksOf(rendered)) print(stream, chunk);
    else writeWhole(file, [...chunksOf(rendered)].join(''));
  }
  const stderr = contextOf(found, process.stderr, false);
  if (reports.some(({ format, file }) => format === 'github' && file === undefined))
    stepSummary(shown, stderr);
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
  return { output, status };
}

function errorsAlone(result: LintResult): LintResult {
  const problems = result.problems.filter(({ severity }) => severity === 'error');
  const fixable = problems.filter(({ fix }) => fix?.safe).length;
  return { ...result, problems, summary: { ...result.summary, warnings: 0, fixable } };
}

function contextOf(
  found: Pick<LintResult, 'workspace' | 'prefix' | 'text'>,
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
  };
}

function chunksOf(rendered: string | Iterable<string>): Iterable<string> {
  return typeof rendered === 'string' ? [rendered] : rendered;
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
