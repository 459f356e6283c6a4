import { type Path, type Project, parentOf } from '../../src/rule.js';
import type { Declaration } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import type { Language, Package } from './languages/index.js';
import { code } from './message.js';
import { type Constants, selectConstants } from './select-constants.js';
import { siblings, sourceFiles } from './source-files.js';

type Facts = ReadonlyMap<Path, CodeValuesFacts>;

/** The files that a declaration needs facts of: those that it names and, as far as they lean on them, their siblings. */
export function neededFiles(project: Project, { file, wanted }: Declaration, facts: Facts): readonly Path[] {
  const sources = sourceFiles(project, file);
  if ('missing' in sources) return [];
  const { files, language } = sources;
  if (!sources.named) return files;
  const source = facts.get(file);
  if (source?.kind !== 'source') return files;
  const alone = linked([file], [file], language, facts);
  const isEnough =
    'constants' in selectConstants(project, wanted, file, alone, [file]) &&
    !language.needsSiblings(source.file);
  return isEnough ? files : [file, ...siblings(project, file, language)];
}

/** The constants that a declaration means, or what was looked for and where. */
export function findConstants(project: Project, { file, wanted }: Declaration, facts: Facts): Constants {
  const sources = sourceFiles(project, file);
  if ('missing' in sources) return sources;
  const { files, language, named } = sources;
  const read = files.filter((path) => facts.get(path)?.kind === 'source');
  if (read.length === 0) return { missing: `${code(file)} could not be read.` };
  const known = named ? [...new Set([...read, ...siblings(project, file, language)])] : read;
  const declared = linked(known, named ? [file] : [], language, facts);
  return selectConstants(project, wanted, file, declared, files);
}

/** Puts the files together, a directory at a time. */
function linked(paths: readonly Path[], named: readonly Path[], language: Language, facts: Facts): Package {
  const directories = new Map<
    Path,
    { path: Path; file: Parameters<Language['needsSiblings']>[0]; named: boolean }[]
  >();
  for (const path of paths) {
    const source = facts.get(path);
    if (source?.kind !== 'source') continue;
    const entry = { path, file: source.file, named: named.includes(path) };
    const others = directories.get(parentOf(path));
    if (others) others.push(entry);
    else directories.set(parentOf(path), [entry]);
  }
  const packages = [...directories.values()].map((files) => language.link(files));
  return {
    constants: packages.flatMap(({ constants }) => constants),
    types: packages.flatMap(({ types }) => types),
    typeNamed: (name) =>
      packages.map(({ typeNamed }) => typeNamed(name)).find((type) => type !== name) ?? name,
  };
}
