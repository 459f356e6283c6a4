import type { Earlier } from '../cache/answers.js';
import type { Before, Kept } from '../engine/kept.js';
import { run } from '../engine/run.js';
import { surveyInTurns } from '../engine/survey.js';
import type { Problem } from '../model.js';
import { beforeOf } from './before-of.js';
import { findPages } from './find-pages.js';
import { graphOf } from './graph-of.js';
import type { LintOptions, LintResult } from './lint.js';
import type { Session, Surroundings } from './open.js';
import { overview } from './overview.js';

/** What `lint` does; `earlier` is a run with the same options, of which is taken up what still holds. */
export async function lintAfter(
  options: LintOptions,
  earlier?: Earlier,
  around: Surroundings = {},
): Promise<LintResult> {
  const isNarrowed = options.since !== undefined || options.staged || options.changedLines;
  const isPlain = ({ plugins }: Session['input']) => !isNarrowed && !options.stdin && plugins?.size === 0;
  let before: Before | undefined;
  const session = await findPages(
    options,
    {
      alter(input, opened) {
        before = earlier && isPlain(input) ? beforeOf(opened, earlier) : undefined;
        return before ? { ...input, found: before.kept.discovered } : input;
      },
    },
    around,
  );
  const { input, workspace, warnings, text, trace, configFile } = session;
  const prefix = input.host.repository()?.prefix ?? '';
  const read = await surveyInTurns(input, before);
  let kept: Kept | undefined;
  let asBefore: ReadonlySet<Problem> | undefined;
  const found = run(input, read, (its, same) => {
    kept = its;
    asBefore = same;
  });
  const result = isNarrowed
    ? await (await import('./new-problems.js')).newProblems(session, options, found)
    : found;
  input.cache?.save({ asksLittle: read.resumed !== undefined });
  const isOwnChoice = configFile === undefined && !input.only && !options.stdin;
  return {
    ...result,
    ...{ notes: [...warnings, ...result.notes], workspace, prefix, text },
    trace: () => trace(before && earlier),
    kept: () => (isPlain(input) ? kept : undefined),
    isAsBefore: (problem) => asBefore?.has(problem) === true,
    graph: () => graphOf(input),
    ...(isOwnChoice ? { overview: () => overview(read.project, input) } : {}),
  };
}
