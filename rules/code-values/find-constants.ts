import type { Path, Project } from '../../src/rule.js';
import type { Declaration } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import type { LinkFiles } from './link-files.js';
import { code } from './message.js';
import { type Constants, selectConstants } from './select-constants.js';
import { siblings, sourceFiles } from './source-files.js';

type Facts = ReadonlyMap<Path, CodeValuesFacts>;

/** The files that a declaration needs facts of: those that it means and, as far as they lean on them, their siblings. */
export function neededFiles(
  project: Project,
  { file, wanted }: Declaration,
  facts: Facts,
  link: LinkFiles,
): readonly Path[] {
  const sources = sourceFiles(project, file);
  if ('missing' in sources) return [];
  const { files, language, named } = sources;
  const source = facts.get(file);
  if (!named || source?.kind !== 'source') return files;
  const alone = selectConstants(project, wanted, file, link([file], [file], language), [file]);
  const isEnough = 'constants' in alone && !language.needsSiblings(source.file);
  return isEnough ? files : [file, ...siblings(project, file, language)];
}

/** The constants that a declaration means, or what was looked for and where. */
export function findConstants(
  project: Project,
  { file, wanted }: Declaration,
  facts: Facts,
  link: LinkFiles,
): Constants {
  const sources = sourceFiles(project, file);
  if ('missing' in sources) return sources;
  const { files, language, named } = sources;
  if (!files.some((path) => facts.get(path)?.kind === 'source')) {
    return { missing: `${code(file)} could not be read.` };
  }
  const known = named ? [...new Set([...files, ...siblings(project, file, language)])] : files;
  return selectConstants(project, wanted, file, link(known, named ? [file] : [], language), files);
}
