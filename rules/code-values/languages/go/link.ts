import { type Path, parentOf } from '../../../../src/rule.js';
import type { Constant, Package, PackageFile } from '../language.js';
import { type Evaluated, evaluate } from './evaluate.js';
import { givesNoString } from './expression.js';
import type { GoConstant, GoFile, GoType } from './read.js';
import { selectConstants } from './select-constants.js';

/** A constant whose package has been put together. */
export interface Linked extends Constant {
  /** Equal for the constants that one block declares. */
  readonly group: string;
  /** The name of its type, aliases followed. */
  readonly type?: string;
}

/** What the files of a package declare together, or of several packages. */
export interface Declarations {
  readonly constants: readonly Linked[];
  readonly types: readonly { readonly name: string; readonly path: Path }[];
  /** The name behind a type's aliases. */
  typeNamed(name: string): string;
}

interface Declared extends GoConstant {
  readonly path: Path;
}

/** Puts Go files together, each package of each directory by itself. */
export function linkGo(files: readonly PackageFile<GoFile>[]): Package & Declarations {
  const packages = new Map<string, PackageFile<GoFile>[]>();
  for (const file of files) {
    if (file.file.ignored && !file.named) continue;
    const key = file.file.ignored ? file.path : `${parentOf(file.path)} ${file.file.package}`;
    const known = packages.get(key);
    if (known) known.push(file);
    else packages.set(key, [file]);
  }
  const linked = [...packages.values()].map(linkPackage);
  const all: Declarations = {
    constants: linked.flatMap(({ constants }) => constants),
    types: linked.flatMap(({ types }) => types),
    typeNamed: (name) => linked.map(({ typeNamed }) => typeNamed(name)).find((type) => type !== name) ?? name,
  };
  return { ...all, find: (query) => selectConstants(all, query), names: () => namesOf(all) };
}

function linkPackage(files: readonly PackageFile<GoFile>[]): Declarations {
  const types = new Map<string, GoType & { path: Path }>();
  const constants = new Map<string, Declared>();
  const all: Declared[] = [];
  for (const { path, file } of files) {
    for (const type of file.types) if (!types.has(type.name)) types.set(type.name, { ...type, path });
    for (const constant of file.constants) {
      const declared = { ...constant, path };
      all.push(declared);
      if (!constants.has(constant.name)) constants.set(constant.name, declared);
    }
  }
  const values = new Map<Declared, Evaluated>();
  const open = new Set<Declared>();
  for (const constant of all) settle(constant);
  return {
    constants: all.map((constant) => finished(constant, values.get(constant) ?? {})),
    types: [...types.values()].map(({ name, path }) => ({ name, path })),
    typeNamed,
  };

  function typeNamed(name: string): string {
    return follow(name, (type) => type.alias === true && type.of !== 'string');
  }

  function holdsStrings(name: string): boolean | undefined {
    const last = follow(name, (type) => type.of !== undefined);
    if (last === 'string') return true;
    return givesNoString(last) || types.has(last) ? false : undefined;
  }

  function follow(name: string, further: (type: GoType) => boolean): string {
    const seen = new Set<string>();
    for (let type = types.get(name); type?.of && further(type) && !seen.has(name); type = types.get(name)) {
      seen.add(name);
      name = type.of;
    }
    return name;
  }

  /** Works out a constant after all those that it refers to. A list of its own, since chains may be long. */
  function settle(first: Declared): void {
    const waiting: Declared[] = [first];
    for (let constant = waiting.at(-1); constant; constant = waiting.at(-1)) {
      const before = waiting.length;
      if (!values.has(constant)) {
        open.add(constant);
        const value = evaluate(constant.expression, lookup, holdsStrings, (name) => {
          waiting.push(constants.get(name) as Declared);
        });
        if (waiting.length > before) continue;
        values.set(constant, typed(constant, value));
        open.delete(constant);
      }
      waiting.pop();
    }
  }

  function lookup(name: string): Evaluated | 'pending' | undefined {
    const constant = constants.get(name);
    if (!constant) return undefined;
    const value = values.get(constant);
    if (value) return value;
    return open.has(constant) ? { unread: `\`${name}\` refers to itself` } : 'pending';
  }

  function typed({ type }: Declared, value: Evaluated): Evaluated {
    if (type === undefined) return value;
    return holdsStrings(type) === false ? { type } : { ...value, type };
  }

  function finished({ name, path, span, group }: Declared, { type, value, unread }: Evaluated): Linked {
    return {
      name,
      path,
      span,
      group: `${path}:${group}`,
      ...(type === undefined ? {} : { type: typeNamed(type) }),
      ...(value === undefined ? {} : { value }),
      ...(unread === undefined ? {} : { unread }),
    };
  }
}

/** Types that constants have, and of each block without a type its first constant. */
function namesOf({ constants }: Declarations): readonly string[] {
  const untyped = new Map<string, string>();
  for (const { name, group, type } of constants)
    if (type === undefined && !untyped.has(group)) untyped.set(group, name);
  return [...new Set([...constants.flatMap(({ type }) => type ?? []), ...untyped.values()])];
}
