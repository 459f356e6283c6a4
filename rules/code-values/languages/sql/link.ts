import type { Path } from '../../../../src/rule.js';
import type { Package, PackageFile } from '../language.js';
import type { Member } from '../shared/outline.js';
import { linkSets } from '../shared/select.js';
import type { Operation, SqlFile, SqlValue } from './operations.js';
import { createStore, type SqlSet } from './store.js';

/** What is left of all sets when the statements of all files have run, in the order of the files' names and their numbers. */
export function linkSql(files: readonly PackageFile<SqlFile>[]): Package {
  const store = createStore();
  const inOrder = [...files].sort((a, b) => byNumbers(a.path, b.path));
  for (const { path, file } of inOrder) for (const operation of file.operations) run(operation, path);
  const declared = [...store.sets].map(([name, { path, span, members }]) => ({
    name,
    span,
    path,
    value: { members },
  }));
  return linkSets(declared, { ignoresCase: true });

  function run(operation: Operation, path: Path): void {
    if ('create' in operation) {
      const { create, span, values, by } = operation;
      const members = values.map((value) => memberOf(value, path));
      store.put(create, { path, span, members, ...(by === undefined ? {} : { by }) });
    } else if ('add' in operation) add(operation, path);
    else if ('alter' in operation) {
      const set = store.sets.get(store.known(operation.alter));
      const at = set ? indexOf(set, operation.from) : -1;
      if (set && at >= 0) set.members[at] = memberOf(operation.value, path);
    } else if ('move' in operation) store.move(operation.move, operation.to);
    else if ('rename' in operation) rename(store.known(operation.rename), operation.to);
    else store.remove(operation.drop);
  }

  function add({ add, value, beside }: Extract<Operation, { add: string }>, path: Path): void {
    const name = store.known(add);
    const known = store.sets.get(name);
    const set = known ?? { path, span: value.span, members: [] };
    if (!known) store.put(name, set);
    if (indexOf(set, value.value) >= 0) return;
    const at = beside ? indexOf(set, beside[1]) : -1;
    const place = at < 0 ? set.members.length : at + (beside?.[0] === 'after' ? 1 : 0);
    set.members.splice(place, 0, memberOf(value, path));
  }

  function rename(from: string, to: string): void {
    const set = store.sets.get(from);
    if (!set) return;
    const schema = from.slice(0, from.lastIndexOf('.') + 1);
    store.remove(from);
    store.put(to.includes('.') ? to : schema + to, set);
  }
}

/** Numbers in names are compared as numbers: `V2__a.sql` runs before `V10__b.sql`. */
function byNumbers(a: Path, b: Path): number {
  const [first, second] = [a, b].map((path) => path.split(/(\d+)/)) as [string[], string[]];
  for (const [index, part] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const isNumber = index % 2 === 1;
    if (isNumber && BigInt(part) !== BigInt(other)) return BigInt(part) < BigInt(other) ? -1 : 1;
    return part < other ? -1 : 1;
  }
  return -1;
}

function memberOf({ span, value, label }: SqlValue, path: Path): Member {
  return { span, value, path, ...(label === undefined ? {} : { label }) };
}

function indexOf({ members }: SqlSet, value: SqlValue['value']): number {
  return members.findIndex((member) => 'value' in member && member.value === value);
}
