import type { Path } from '../model.js';
import type { ReportContext } from './format.js';

/** A path of the workspace as the repository that holds it has it. */
export function inRepository(path: Path, { prefix = '' }: Pick<ReportContext, 'prefix'>): Path {
  return prefix === '' ? path : `${prefix}/${path}`;
}
