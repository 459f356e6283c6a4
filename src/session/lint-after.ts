import type { Earlier } from '../cache/answers.js';
import type { Kept } from '../engine/kept.js';
import { run } from '../engine/run.js';
import { surveyInTurns } from '../engine/survey.js';
import { beforeOf } from './before-of.js';
import { findPages } from './find-pages.js';
import { graphOf } from './graph-of.js';
import type { LintOptions, LintResult } from './lint.js';
import type { Surroundings } from './open.js';
import { overview } from './overview.js';

/** What `lint` does; `earlier` is a run with the same options, of which is taken up what still holds. */
export async function lintAfter(
  options: LintOptions,
  earlier?: Earlier,
  around: Surroundings = {},
): Promise<LintResult> {
  const session = await findPages(options, {}, around);
  const { input, workspace, warnings, text, trace, configFile } = session;
  const prefix = input.host.repository()?.prefix ?? '';
  const isNarrowed = options.since !== undefined || options.staged || options.changedLines;
  const isPlain = !isNarrowed && !options.stdin && input.plugins?.size === 0;
  const read = await surveyInTurns(input, earlier && isPlain ? beforeOf(session, earlier) : undefined);
  let kept: Kept | undefined;
  const found = run(input, read, (its) => {
    kept = its;
  });
  const result = isNarrowed
    ? await (await import('./new-problems.js')).newProblems(session, options, found)
    : found;
  input.cache?.save({ asksLittle: read.resumed !== undefined });
  const isOwnChoice = configFile === undefined && !input.only && !options.stdin;
  return {
    ...result,
    ...{ notes: [...warnings, ...result.notes], workspace, prefix, text },
    trace: () => trace(read.resumed && earlier),
    kept: () => (isPlain ? kept : undefined),
    graph: () => graphOf(input),
    ...(isOwnChoice ? { overview: () => overview(read.project, input) } : {}),
  };
}
