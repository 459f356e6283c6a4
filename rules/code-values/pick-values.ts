import { nearest, type Project } from '../../src/rule.js';
import type { DocsPlace } from './declarations.js';
import type { Block, PageFacts } from './facts.js';
import type { Found } from './find-place.js';
import { at, code } from './message.js';
import { places } from './places/index.js';
import { hint, type Part } from './sections.js';

const names: Readonly<Record<Block['form'], string>> = { list: 'list', table: 'table', code: 'code span' };

/** The values of the first fitting block between two offsets, or of every block whose form is not whole by itself. */
export function pickValues(project: Project, page: PageFacts, place: DocsPlace, [from, to]: Part): Found {
  const within = page.blocks.filter(({ span: [start] }) => start >= from && start < to);
  for (const forms of wantedForms(place)) {
    const blocks = within.filter(({ form }) => forms.some((wanted) => wanted.form === form));
    const [first] = blocks;
    if (!first) continue;
    if (!forms.every(({ whole }) => whole))
      return { values: blocks.flatMap(({ columns }) => columns[0]?.values ?? []) };
    return first.form === 'table' ? column(project, place, blocks) : filled(project, place, first, 0);
  }
  const wanted = wantedForms(place)
    .flat()
    .map(({ form }) => names[form]);
  return { missing: `${described(place)} there is no ${wanted.join(', ').replace(/, ([^,]*)$/, ' or $1')}.` };
}

/** Forms in the order in which they are tried. */
function wantedForms({ as, column }: DocsPlace): (typeof places)[] {
  const wanted = column === undefined ? as : 'table';
  if (wanted !== undefined) return [places.filter(({ form }) => form === wanted)];
  return [places.filter(({ whole }) => whole), places.filter(({ whole }) => !whole)];
}

/** The first table that has the wanted column. */
function column(project: Project, place: DocsPlace, tables: readonly Block[]): Found {
  const wanted = place.column ?? 1;
  const index = ({ columns }: Block) =>
    typeof wanted === 'number' ? wanted - 1 : columns.findIndex(({ name }) => name === wanted);
  const table = tables.find((one) => one.columns[index(one)] !== undefined);
  if (table) return filled(project, place, table, index(table));
  const [first] = tables;
  const columns = [...new Set(tables.flatMap((one) => one.columns.map(({ name = '' }) => name)))];
  const where = at(project, place.path, first?.span ?? [0, 0]);
  const which =
    tables.length > 1 ? `None of the tables from ${where} on has` : `The table at ${where} does not have`;
  const near = typeof wanted === 'string' ? hint(nearest(wanted, columns), '') : '';
  const name = typeof wanted === 'string' ? code(wanted) : wanted;
  return { missing: `${which} a column ${name}. There is ${columns.map(code).join(', ')}.${near}` };
}

function filled(project: Project, { path }: DocsPlace, block: Block, index: number): Found {
  const values = block.columns[index]?.values ?? [];
  if (values.length > 0) return { values };
  return { missing: `The ${names[block.form]} at ${at(project, path, block.span)} holds no values.` };
}

function described({ path, comment, under, after }: DocsPlace): string {
  if (comment) return 'Behind this comment';
  const where = [under && `under ${code(under)}`, after && `after ${code(after)}`].filter(Boolean).join(', ');
  return `In ${path}${where === '' ? '' : `, ${where},`}`;
}
