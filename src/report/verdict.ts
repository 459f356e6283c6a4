import type { Problem, Result } from '../model.js';
import type { Look } from './look.js';

/** The line that sums up a run. It never says that all is well when a file could not be checked. */
export function verdict(
  { failures, problems, summary, fixes, baseline, change }: Result,
  look: Look,
): string {
  const { files, errors, warnings } = summary;
  const unchecked = new Set(failures.map((failure) => failure.path)).size;
  const failed =
    unchecked > 0
      ? [`${counted(unchecked, 'file')} could not be checked${fixes === undefined ? '' : ' or fixed'}`]
      : [];
  const pages = counted(files, 'page');
  const hidden = [
    ...(change && change.others > 0 ? [`${counted(change.others, 'other')} left out`] : []),
    ...(baseline && baseline.hidden > 0 ? [`${baseline.hidden} more in the baseline`] : []),
  ];
  const isNew = change ? 'new ' : '';
  const fixed = fixes !== undefined && fixes.fixed > 0 ? [`${fixes.fixed} fixed`] : [];
  if (errors + warnings === 0) {
    if (failed.length > 0) return look.error(`✖ ${[...fixed, ...failed].join('; ')}`);
    const none = `✔ No ${hidden.length > 0 ? 'new ' : isNew}problems in ${pages}`;
    return look.good([none, ...fixed, ...hidden].join('; '));
  }
  const kinds = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const found = `${counted(errors + warnings, `${isNew}problem`)} (${kinds}) in ${pages}`;
  const worst = errors > 0 || failed.length > 0;
  const open = fixable(problems, summary.fixable, fixes);
  return (worst ? look.error : look.warning)(
    [`${worst ? '✖' : '⚠'} ${found}`, ...fixed, ...open, ...hidden, ...failed].join('; '),
  );
}

/** What the options would do that were not given. */
function fixable(problems: readonly Problem[], count: number, fixes: Result['fixes']): string[] {
  const safe = fixes === undefined ? count : 0;
  const unsafe = fixes?.unsafe ? 0 : problems.filter(({ fix }) => fix?.safe === false).length;
  const offers = [
    ...(safe > 0 ? [`${safe} can be fixed with --fix`] : []),
    ...(unsafe > 0 ? [`${unsafe} ${safe > 0 ? 'more' : 'can be fixed'} with --fix-unsafe`] : []),
  ];
  return offers.length > 0 ? [offers.join(', ')] : [];
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
