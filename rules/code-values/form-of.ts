import type { Form, PageOption } from './docs-options.js';

/** What a place is read as: what it says itself, else what alone has the option that it gives. */
export function formOf({
  as,
  column,
  level,
  split,
}: Pick<PageOption, 'as' | 'column' | 'level' | 'split'>): Form | undefined {
  if (as !== undefined) return as;
  if (column !== undefined) return 'table';
  if (level !== undefined) return 'headings';
  return split === undefined ? undefined : 'code-block';
}
