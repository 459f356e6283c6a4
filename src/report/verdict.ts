import type { Result } from '../model.js';
import type { Look } from './look.js';

/** The line that sums up a run. It never says that all is well when a file could not be checked. */
export function verdict({ failures, summary, baseline }: Result, look: Look): string {
  const { files, errors, warnings, fixable } = summary;
  const unchecked = new Set(failures.map((failure) => failure.path)).size;
  const failed = unchecked > 0 ? [`${counted(unchecked, 'file')} could not be checked`] : [];
  const pages = counted(files, 'page');
  const hidden = baseline && baseline.hidden > 0 ? [`${baseline.hidden} more in the baseline`] : [];
  if (errors + warnings === 0) {
    if (failed.length > 0) return look.error(`✖ ${failed}`);
    return look.good([`✔ No ${hidden.length > 0 ? 'new ' : ''}problems in ${pages}`, ...hidden].join('; '));
  }
  const kinds = `${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  const found = `${counted(errors + warnings, 'problem')} (${kinds}) in ${pages}`;
  const mend = fixable > 0 ? [`${fixable} can be fixed`] : [];
  const worst = errors > 0 || failed.length > 0;
  return (worst ? look.error : look.warning)(
    [`${worst ? '✖' : '⚠'} ${found}`, ...mend, ...hidden, ...failed].join('; '),
  );
}

/** `1 page`, `2 pages`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
