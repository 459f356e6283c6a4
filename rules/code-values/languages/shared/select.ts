import { code, nearest, type Path } from '../../../../src/rule.js';
import { hint } from '../../sections.js';
import type { Package, PackageFile, Query } from '../language.js';
import { type Candidate, chooseValues, whyNot } from './choose.js';
import { type Evaluator, evaluator } from './evaluate.js';
import { type Declared, memberNames, type Outline } from './outline.js';
import { textOf, type Value } from './value.js';

/** How names of one language are looked up. */
export interface Naming {
  /** Whether declarations of one name in several files are pieces of one. */
  readonly joinsFiles?: true;
  /** Whether letter case does not count. */
  readonly ignoresCase?: true;
}

interface Named extends Declared {
  readonly path: Path;
  readonly around?: string;
  readonly evaluator: Evaluator;
}

type Found =
  | { readonly candidates: readonly Candidate[]; readonly of: string }
  | { readonly missing: string };

/** Puts files together of which each stands for itself. */
export function linkOutlines(files: readonly PackageFile<Outline>[], naming: Naming = {}): Package {
  const all = files.flatMap(({ path, file }) => {
    const own = evaluator(file);
    const around = file.around === undefined ? {} : { around: file.around };
    return file.declared.map((one): Named => ({ ...one, ...around, path, evaluator: own }));
  });
  return packageOf(all, naming);
}

/** What was declared in the end, wherever. */
export function linkSets(declared: readonly (Declared & { readonly path: Path })[], naming: Naming): Package {
  const own = evaluator({ declared });
  return packageOf(
    declared.map((one) => ({ ...one, evaluator: own })),
    naming,
  );
}

function packageOf(all: readonly Named[], naming: Naming): Package {
  return {
    find(query) {
      const paths = new Set(query.files);
      const own = all.filter(({ path }) => paths.has(path));
      const found = select(own, query, naming);
      return 'missing' in found ? found : chooseValues(found.candidates, found.of, query);
    },
    names: () =>
      [...new Set(all.flatMap(({ name, type = '' }) => [name, type]))].filter((name) => name !== ''),
  };
}

function select(all: readonly Named[], query: Query, naming: Naming): Found {
  const { wanted } = query;
  if ('word' in wanted) return byName(all, wanted.word, query, naming);
  const { name, type, block, prefix } = wanted;
  if (name !== undefined) return withPrefix(byName(all, name, query, naming), prefix, query);
  if (type !== undefined) return withPrefix(byType(all, type, query, naming), prefix, query);
  if (block !== undefined)
    return withPrefix(byMember(all, block, query) ?? missing(all, block, query), prefix, query);
  return prefix === undefined ? onlySet(all, query) : byPrefix(all, prefix, query);
}

function byName(all: readonly Named[], word: string, query: Query, naming: Naming): Found {
  const path = word.replaceAll('::', '.');
  const named = matching(all, path, naming);
  if (named.length > 0) return together(named, word, query, naming);
  const values = new Set(all.map((one) => one.evaluator)).values();
  for (const own of values) {
    const value = own.named(path);
    const file = all.find((one) => one.evaluator === own);
    if (value && 'items' in value && file) return { candidates: candidatesOf(value, file), of: code(word) };
  }
  return typed(all, path) ?? inside(all, path) ?? byMember(all, path, query) ?? missing(all, word, query);
}

function byType(all: readonly Named[], word: string, query: Query, naming: Naming): Found {
  const path = word.replaceAll('::', '.');
  const sets = matching(all, path, naming).filter((one) => 'items' in one.evaluator.comesTo([one]));
  return sets.length > 0
    ? together(sets, word, query, naming)
    : (typed(all, path) ?? missing(all, word, query));
}

/** Those that have the name, with all that it stands in or with the end of that alone. */
function matching(all: readonly Named[], path: string, { ignoresCase }: Naming): readonly Named[] {
  const fold = (name: string) => (ignoresCase ? name.toLowerCase() : name);
  const exact = all.filter(({ name }) => name === path);
  if (exact.length > 0) return exact;
  const whole = all.filter(({ name }) => fold(name) === fold(path));
  if (whole.length > 0) return whole;
  const ends = ({ name, around = '' }: Named, spell: typeof fold) =>
    spell(`.${around}.${name}`).endsWith(spell(`.${path}`));
  const written = all.filter((one) => ends(one, String));
  return written.length > 0 || !ignoresCase ? written : all.filter((one) => ends(one, fold));
}

/** The pieces of one declaration as one set; which is meant has to be clear. */
function together(pieces: readonly Named[], word: string, query: Query, { joinsFiles }: Naming): Found {
  const [first] = pieces as [Named];
  const other = pieces.find((one) => one.name !== first.name || (!joinsFiles && one.path !== first.path));
  if (other) {
    const where = (one: Named) => `${code(one.name)} at ${query.at(one.path, one.span)}`;
    return {
      missing: `${code(word)} may be ${where(first)} or ${where(other)}. Name one of them in full, and one file.`,
    };
  }
  const types = pieces.filter(({ space }) => space === 'type');
  const values = pieces.filter(({ space }) => space !== 'type');
  const tries = [types, values].filter((some) => some.length > 0).map((some) => united(some, word, query));
  return (
    tries.find(
      (one) => 'candidates' in one && one.candidates.some(({ value }) => textOf(value) !== undefined),
    ) ?? (tries.at(-1) as Found)
  );
}

function united(pieces: readonly Named[], word: string, query: Query): Found {
  const candidates: Candidate[] = [];
  for (const own of new Set(pieces.map((one) => one.evaluator))) {
    const its = pieces.filter((one) => one.evaluator === own) as [Named, ...Named[]];
    const value = own.comesTo(its);
    if ('unread' in value || 'other' in value) {
      return {
        missing: `${code(word)} at ${query.at(its[0].path, its[0].span)} cannot be read: ${whyNot(value)}.`,
      };
    }
    candidates.push(...candidatesOf(value, its[0]));
  }
  return { candidates, of: code(word) };
}

function candidatesOf(value: Value, { name, path, span }: Named): readonly Candidate[] {
  if ('items' in value) return value.items.map((item) => ({ ...item, path: item.path ?? path }));
  return [{ name: lastOf(name), span, path, value, form: () => undefined }];
}

/** The constants that a class, an object, a module or a namespace holds. */
function inside(all: readonly Named[], path: string): Found | undefined {
  const found = all.filter(
    ({ name }) => name.includes('.') && isOf(name.slice(0, name.lastIndexOf('.')), path),
  );
  const candidates = found.flatMap(scalar);
  return candidates.length === 0 ? undefined : { candidates, of: code(path) };
}

function isOf(scope: string, path: string): boolean {
  return scope === path || scope.endsWith(`.${path}`);
}

/** Constants that have a type. */
function typed(all: readonly Named[], type: string): Found | undefined {
  const found = all.filter((one) => one.type === type);
  return found.length === 0 ? undefined : { candidates: found.flatMap(scalar), of: code(type) };
}

/** The set that has a member of this name. */
function byMember(all: readonly Named[], name: string, query: Query): Found | undefined {
  const [first, second] = all.filter(({ value }) => memberNames(value).includes(name));
  if (!first) return undefined;
  if (!second) return united([first], name, query);
  const where = (one: Named) => query.at(one.path, one.span);
  return {
    missing: `${code(name)} is a member of the sets at ${where(first)} and ${where(second)}. Name one of these.`,
  };
}

function byPrefix(all: readonly Named[], prefix: string, { file }: Query): Found {
  const scalars = all.filter(({ name }) => lastOf(name).startsWith(prefix)).flatMap(scalar);
  const members = all
    .filter(({ open }) => open)
    .flatMap((one) => candidatesOf(one.evaluator.comesTo([one]), one));
  const candidates = [...scalars, ...members.filter(({ name }) => name?.startsWith(prefix))];
  if (candidates.length > 0) return { candidates, of: code(`${prefix}*`) };
  const near = nearest(
    prefix,
    all.map(({ name }) => lastOf(name)),
  );
  return { missing: `${file} declares no constant that begins with ${code(prefix)}.${hint(near, '')}` };
}

/** A constant that is no set and has a value, or one that cannot be read. */
function scalar(one: Named): readonly Candidate[] {
  const value = one.evaluator.comesTo([one]);
  return 'items' in value || 'other' in value || 'none' in value ? [] : candidatesOf(value, one);
}

/** Without any name, the only set; where there is none, every constant. */
function onlySet(all: readonly Named[], query: Query): Found {
  const sets = all.filter(({ value }) => typeof value !== 'string' && 'members' in value);
  const names = [...new Set(sets.map(({ name }) => name))];
  const [first] = sets;
  if (first && names.length === 1) return united(sets, first.name === '' ? query.file : first.name, query);
  if (names.length > 1) {
    return {
      missing: `${query.file} declares several sets, as ${names.slice(0, 3).map(code).join(', ')}. Say by the option \`name\` which one is meant.`,
    };
  }
  const candidates = all.flatMap(scalar);
  if (candidates.length > 0) return { candidates, of: code(query.file) };
  return { missing: `${query.file} declares nothing that has values.` };
}

function withPrefix(found: Found, prefix: string | undefined, { file }: Query): Found {
  if (prefix === undefined || 'missing' in found) return found;
  const candidates = found.candidates.filter(({ name, value }) =>
    (name ?? textOf(value) ?? '').startsWith(prefix),
  );
  if (candidates.length > 0) return { candidates, of: found.of };
  return { missing: `${found.of} in ${file} holds no name that begins with ${code(prefix)}.` };
}

function missing(all: readonly Named[], word: string, { file }: Query): Found {
  const names = all.flatMap(({ name }) => [name, lastOf(name)]);
  return { missing: `${file} declares no ${code(word)}.${hint(nearest(word, names), '')}` };
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
