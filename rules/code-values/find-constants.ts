import { at, code, type Path, type Project } from '../../src/rule.js';
import type { Declaration } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import type { Constants } from './languages/index.js';
import type { LinkFiles } from './link-files.js';
import { misfit } from './misfit.js';
import { siblings, sourceFiles } from './source-files.js';

type Facts = ReadonlyMap<Path, CodeValuesFacts>;

/** The files that a declaration needs facts of: those that it means and, as far as they lean on them, their siblings. */
export function neededFiles(
  project: Project,
  declaration: Declaration,
  facts: Facts,
  link: LinkFiles,
): readonly Path[] {
  const sources = sourceFiles(project, declaration);
  if ('missing' in sources) return [];
  const { choices, named } = sources;
  const files = choices.flatMap((choice) => choice.files);
  const [file = '', language] = [files[0], choices[0]?.language];
  const source = facts.get(file);
  if (!named || !language?.needsSiblings || source?.kind !== 'source') return files;
  const alone = link([file], [file], language).find(query(project, declaration, [file]));
  const read = source.files[language.id];
  const isEnough = 'constants' in alone && read !== undefined && !language.needsSiblings(read);
  return isEnough ? files : [file, ...siblings(project, file, language)];
}

/** The values that a declaration means, or what was looked for and where. */
export function findConstants(
  project: Project,
  declaration: Declaration,
  facts: Facts,
  link: LinkFiles,
): Constants {
  const sources = sourceFiles(project, declaration);
  if ('missing' in sources) return sources;
  const { choices, named } = sources;
  const found = choices.map(({ files, language }): Constants => {
    const wrong = misfit(declaration.wanted, language);
    if (wrong !== undefined) return { missing: wrong };
    if (!files.some((path) => facts.get(path)?.kind === 'source')) {
      return { missing: `${code(declaration.file)} could not be read.` };
    }
    const around = named && language.needsSiblings ? siblings(project, files[0] as Path, language) : [];
    const linked = link([...new Set([...files, ...around])], named ? files : [], language);
    return linked.find(query(project, declaration, files));
  });
  const [first, second] = choices.filter((_, index) => 'constants' in (found[index] as Constants));
  if (first && second) {
    const titles = `${first.language.title} and ${second.language.title}`;
    return {
      missing: `${code(declaration.file)} holds files of ${titles} that have this. Name the files by a glob.`,
    };
  }
  return found.find((one) => 'constants' in one) ?? (found[0] as Constants);
}

function query(project: Project, { wanted, file }: Declaration, files: readonly Path[]) {
  return {
    wanted,
    file,
    files,
    at: (path: Path, span: readonly [number, number]) => at(project, path, span),
  };
}
