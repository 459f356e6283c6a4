import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { nearest } from '../nearest.js';
import { formats } from '../report/formats.js';

/** What other tools call the stream that is taken without a file. */
const stdoutNames: ReadonlySet<string> = new Set(['-', '/dev/stdout']);

/** A report and where it goes. */
export interface ReportFile {
  readonly format: string;
  /** Undefined for a stream. */
  readonly file: string | undefined;
  /** Where it goes without a file; stdout unless it says so. */
  readonly stream?: 'stderr';
}

/**
 * The reports that the command line asks for. Where a runner annotates, stdout that nothing else was chosen for is
 * its own. Throws UserError for one that cannot be made.
 */
export function reportFiles(
  {
    format: given = [],
    annotates = false,
  }: { readonly format?: readonly string[]; readonly annotates?: boolean },
  onStdout?: 'diff' | 'text',
): ReportFile[] {
  const reports = (given.length === 0 && !onStdout && !annotates ? ['pretty'] : given).map((entry) => {
    const equals = entry.indexOf('=');
    if (equals < 0) return { format: entry, file: undefined };
    const file = entry.slice(equals + 1);
    return { format: entry.slice(0, equals), file: stdoutNames.has(file) ? undefined : file };
  });
  for (const { format, file } of reports) {
    if (!formats.has(format)) {
      const near = nearest(format, formats.keys());
      const advice =
        near === undefined
          ? `The formats are ${[...formats.keys()].join(', ')}.`
          : `Did you mean \`${near}\`?`;
      throw new UserError(`There is no format \`${format}\`. ${advice}`);
    }
    if (file === '') throw new UserError(`\`--format ${format}=\` names no file.`);
  }
  const files = reports.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UserError(`Two reports would go to ${twice}. Give each a file of its own.`);
  if (onStdout && reports.some(({ file }) => file === undefined)) {
    const what = onStdout === 'diff' ? 'The diff' : 'The mended text';
    throw new UserError(
      `${what} goes to stdout. Give the report a file, as in \`--format json=report.json\`.`,
    );
  }
  if (reports.filter(({ file }) => file === undefined).length > 1) {
    throw new UserError(
      'Two reports would go to stdout. Give all but one a file, as in `--format json=report.json`.',
    );
  }
  if (!annotates || onStdout || reports.some(({ file }) => file === undefined)) return reports;
  const people: ReportFile[] =
    given.length === 0 ? [{ format: 'pretty', file: undefined, stream: 'stderr' }] : [];
  return [...people, { format: 'github', file: undefined }, ...reports];
}
