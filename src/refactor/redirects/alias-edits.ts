import type { Edit, Project } from '../../model.js';
import type { MovedPage, MovedPages } from './redirect-edits.js';
import { routeTo } from './route-to.js';

/** The key of front matter by which a page answers at its old addresses, by generator. */
const keys: Readonly<Record<string, string>> = {
  hugo: 'aliases',
  kramdown: 'redirect_from',
  'kramdown-gfm': 'redirect_from',
};

/** The old address in the front matter of a moved page, on sites where some page has such a thing. */
export function aliasEdits({ before, pages }: MovedPages): readonly Edit[] {
  return pages.flatMap((page) => {
    const key = keys[page.view.generator];
    const example = key === undefined ? undefined : exampleOf(before, page, key);
    if (key === undefined || example === undefined) return [];
    const route = routeTo(page.view, page.from, example);
    const text = before.text(page.from);
    if (route === undefined || text === undefined) return [];
    const known = before.files.get(page.from)?.frontMatter[key];
    if (known === route || (Array.isArray(known) && known.includes(route))) return [];
    const edit = addTo(text, key, route);
    return edit ? [{ path: page.from, ...edit }] : [];
  });
}

/** An address that a page of the site has already. */
function exampleOf(before: Project, { view }: MovedPage, key: string): string | undefined {
  for (const [path, { frontMatter }] of before.files) {
    const value = frontMatter[key];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && before.views(path).includes(view)) return first;
  }
  return undefined;
}

/** Undefined where it is not known how: a list in some other form. */
function addTo(text: string, key: string, route: string): Omit<Edit, 'path'> | undefined {
  const newline = /\r\n/.test(text) ? '\r\n' : '\n';
  const at = (start: number, put: string): Omit<Edit, 'path'> => ({ start, end: start, text: put });
  const mark = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  const item = JSON.stringify(route);
  if (!mark) return at(0, `---${newline}${key}:${newline}  - ${item}${newline}---${newline}${newline}`);
  const [head, fence] = mark as unknown as [string, string];
  const close = text.indexOf(`\n${fence}`, head.length - 1);
  const matter = close < 0 ? '' : text.slice(0, close + 1);
  const isToml = fence === '+++';
  const line = new RegExp(`^${key}[ \\t]*${isToml ? '=' : ':'}[ \\t]*(.*?)[ \\t]*\\r?$`, 'm').exec(matter);
  if (close < 0) return undefined;
  if (!line) {
    return isToml
      ? at(head.length, `${key} = [${item}]${newline}`)
      : at(close + 1, `${key}:${newline}  - ${item}${newline}`);
  }
  const value = line[1] as string;
  const flow = /^\[(.*)\]$/.exec(value);
  const valueStart = line.index + line[0].trimEnd().length - value.length;
  if (flow)
    return at(valueStart + value.length - 1, `${(flow[1] as string).trim() === '' ? '' : ', '}${item}`);
  if (value !== '' || isToml) return undefined;
  const after = line.index + line[0].length + 1;
  const [items = ''] = /^(?:[ \t]*-[ \t][^\n]*\n)+/.exec(text.slice(after)) ?? [];
  if (items === '') return undefined;
  const indent = /^[ \t]*/.exec(items)?.[0] ?? '';
  return at(after + items.length, `${indent}- ${item}${newline}`);
}
