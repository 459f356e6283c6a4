import { at, code, nearest, type Project } from '../../src/rule.js';
import { alternatives } from './alternatives.js';
import type { PagePlace } from './declarations.js';
import type { Form } from './docs-options.js';
import type { Block, PageFacts } from './facts.js';
import { formOf } from './form-of.js';
import { headingsWithin } from './headings-within.js';
import { type Found, onPage } from './listing.js';
import { places } from './places/index.js';
import { readings } from './places/pieces.js';
import { hint, type Part } from './sections.js';

/** The values of the first fitting block between two offsets, or of every block whose form is not whole by itself. */
export function pickValues(project: Project, page: PageFacts, place: PagePlace, part: Part): Found {
  const form = formOf(place);
  if (form === 'headings') return headings(project, place, part);
  if (form === 'sentence') return firstSentence(page, place, part);
  const [from, to] = part;
  const within = page.blocks.filter(({ span: [start] }) => start >= from && start < to);
  const wanted = wantedForms(form);
  for (const forms of wanted) {
    const blocks = within.filter((block) => forms.some(({ form }) => form === block.form));
    const [first] = blocks;
    if (!first) continue;
    if (!forms.every(({ whole }) => whole)) {
      const values = blocks.flatMap(({ columns }) => columns[0]?.values ?? []);
      return { values: onPage(place.path, values) };
    }
    if (first.form === 'table') return column(project, place, blocks);
    const { split = 'lines' } = place;
    const index = first.form === 'code-block' ? first.columns.findIndex(({ name }) => name === split) : 0;
    return filled(project, place, first, index);
  }
  const names = wanted.flat().map(({ name }) => name);
  return { missing: nothing(place, `no ${names.join(', ').replace(/, ([^,]*)$/, ' or $1')}`) };
}

/** Forms in the order in which they are tried. */
function wantedForms(wanted: Form | undefined): (typeof places)[] {
  if (wanted !== undefined) return [places.filter(({ form }) => form === wanted)];
  const usual = places.filter(({ onlyAsked }) => !onlyAsked);
  return [usual.filter(({ whole }) => whole), usual.filter(({ whole }) => !whole)];
}

function headings(project: Project, place: PagePlace, part: Part): Found {
  const all = project.files.get(place.path)?.headings ?? [];
  const values = onPage(place.path, headingsWithin(all, part, place.level));
  if (values.length > 0) return { values };
  const level = place.level === undefined ? '' : ` of level ${place.level}`;
  return { missing: nothing(place, `no heading${level}`) };
}

/** The first paragraph that names alternatives; a comment may stand in it, before them. */
function firstSentence(page: PageFacts, place: PagePlace, [from, to]: Part): Found {
  const found = page.blocks
    .filter(({ form, span: [start, end] }) => form === 'sentence' && start < to && end > from)
    .map(({ pieces = [] }) => alternatives(pieces, place.after, from))
    .filter((values) => values !== undefined);
  const values = found.find(({ length }) => length > 1) ?? found.find(({ length }) => length > 0);
  if (values) return { values: onPage(place.path, values) };
  return { missing: nothing(place, 'no sentence that names values') };
}

/** The first table that has the wanted column. */
function column(project: Project, place: PagePlace, tables: readonly Block[]): Found {
  const wanted = place.column ?? 1;
  const ways = typeof wanted === 'number' ? [] : [wanted, ...readings(wanted)];
  const index = ({ columns }: Block) =>
    typeof wanted === 'number' ? wanted - 1 : columns.findIndex(({ name = '' }) => ways.includes(name));
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

function filled(project: Project, { path }: PagePlace, block: Block, index: number): Found {
  const { form, columns, layout } = block;
  const values = columns[index]?.values ?? [];
  if (values.length === 0) {
    const name = places.find((place) => place.form === form)?.name ?? '';
    return { missing: `The ${name} at ${at(project, path, block.span)} holds no values.` };
  }
  return { values: onPage(path, values), ...(layout ? { layout } : {}), column: index };
}

function nothing({ path, comment, under, after }: PagePlace, what: string): string {
  const where = [under && `under ${code(under)}`, after && `after ${code(after)}`].filter(Boolean).join(', ');
  const place = comment ? 'Behind this comment' : `In ${path}${where === '' ? '' : `, ${where},`}`;
  return `${place} there is ${what}.`;
}
