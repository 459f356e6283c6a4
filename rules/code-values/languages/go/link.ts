import type { Path } from '../../../../src/rule.js';
import type { Constant, Package, PackageFile } from '../language.js';
import { type Evaluated, evaluate } from './evaluate.js';
import { givesNoString } from './expression.js';
import type { GoConstant, GoFile, GoType } from './read.js';

interface Declared extends GoConstant {
  readonly path: Path;
}

/** Puts the Go files of one directory together, each package by itself. */
export function linkGo(files: readonly PackageFile<GoFile>[]): Package {
  const packages = new Map<string, PackageFile<GoFile>[]>();
  for (const file of files) {
    if (file.file.ignored && !file.named) continue;
    const key = file.file.ignored ? file.path : ` ${file.file.package}`;
    const known = packages.get(key);
    if (known) known.push(file);
    else packages.set(key, [file]);
  }
  const linked = [...packages.values()].map(linkPackage);
  return {
    constants: linked.flatMap(({ constants }) => constants),
    types: linked.flatMap(({ types }) => types),
    typeNamed: (name) => linked.map(({ typeNamed }) => typeNamed(name)).find((type) => type !== name) ?? name,
  };
}

function linkPackage(files: readonly PackageFile<GoFile>[]): Package {
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

  function finished({ name, path, span, group }: Declared, { type, value, unread }: Evaluated): Constant {
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
