import type { Entry } from '../facts.js';
import type { Data, Member } from './data.js';

/** Keys that hold the entries of a whole file, and of an entry. */
const roots = ['nav', 'navigation', 'routes', 'sidebar', 'sidebars', 'toc', 'parts', 'chapters', 'items'];
const inner = ['children', 'items', 'pages', 'routes', 'sections', 'subtrees', 'entries', 'chapters', 'nav'];
const titles = ['title', 'text', 'label', 'name', 'caption', 'group', 'tab', 'anchor'];
const paths = ['path', 'href', 'link', 'file', 'url', 'id', 'slug', 'page', 'root'];

/**
 * The entries of a navigation in JSON or YAML, in the order of the text. An entry is an object with a title or a
 * path, a pair of a title and what it leads to, as in `mkdocs.yml`, or a path by itself in a list; those inside
 * of it stand below it. What has no such form may hold entries too.
 */
export function readEntries(root: Data): Entry[] {
  const entries: Entry[] = [];
  const members = root.kind === 'record' ? root.members : [];
  const named = members.filter(({ key }) => roots.includes(key));
  if (root.kind !== 'record') visit(root, undefined, true);
  else
    for (const { value } of named.length > 0 ? named : members)
      visit(value, undefined, value.kind === 'list');
  return entries;

  function visit(data: Data, parent: number | undefined, isList: boolean): void {
    if (data.kind === 'text' && isList) add({ path: data.text, span: data.span }, parent);
    if (data.kind === 'list') for (const item of data.items) visit(item, parent, true);
    if (data.kind !== 'record') return;
    const title = textOf(data.members, titles);
    const path = textOf(data.members, paths);
    const [only, second] = data.members;
    if (title || path) visitObject(data.members, title, path, parent);
    else if (isList && only && !second) visitPair(only, parent);
    else for (const { value } of data.members) if (value.kind !== 'text') visit(value, parent, false);
  }

  function visitObject(
    members: readonly Member[],
    title: (Data & { kind: 'text' }) | undefined,
    path: (Data & { kind: 'text' }) | undefined,
    parent: number | undefined,
  ): void {
    const own = add(
      {
        ...(title ? { title: title.text } : {}),
        ...(path ? { path: path.text } : {}),
        span: (title ?? path)?.span ?? [0, 0],
        ...(title?.isJson ? { write: 'json' } : {}),
      },
      parent,
    );
    for (const { key, value } of members) {
      if (
        value.kind === 'record' ||
        (value.kind === 'list' && (inner.includes(key) || holdsRecords(value)))
      ) {
        visit(value, own, false);
      }
    }
  }

  /** A title and the path or the entries behind it. */
  function visitPair({ key, span, value }: Member, parent: number | undefined): void {
    const own = add({ title: key, ...(value.kind === 'text' ? { path: value.text } : {}), span }, parent);
    if (value.kind !== 'text') visit(value, own, true);
  }

  function add(entry: Entry, parent: number | undefined): number {
    entries.push(parent === undefined ? entry : { ...entry, parent });
    return entries.length - 1;
  }
}

/** A list of plain texts may be anything, such as states and tags. */
function holdsRecords({ items }: Data & { kind: 'list' }): boolean {
  return items.some(({ kind }) => kind === 'record');
}

function textOf(members: readonly Member[], keys: readonly string[]): (Data & { kind: 'text' }) | undefined {
  for (const key of keys) {
    const value = members.find((member) => member.key === key)?.value;
    if (value?.kind === 'text') return value;
  }
  return undefined;
}
