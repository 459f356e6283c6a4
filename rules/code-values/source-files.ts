import { code, join, nameOf, nearest, type Path, type Project, parentOf } from '../../src/rule.js';
import type { Declaration } from './declarations.js';
import { chosenLanguage, isNamedAs, type Language, languageOf, languages } from './languages/index.js';
import { matchFiles } from './match-files.js';

/** Files of one language. */
interface Choice {
  readonly files: readonly Path[];
  readonly language: Language;
}

type Sources =
  /** A directory may hold files of several languages. */
  { readonly choices: readonly Choice[]; readonly named: boolean } | { readonly missing: string };

/** The source files that a declaration means: one file, those of a directory, or those that a glob matches. */
export function sourceFiles(
  project: Project,
  { file, wanted }: Pick<Declaration, 'file' | 'wanted'>,
): Sources {
  const kind = project.has(file);
  const chosen = chosenLanguage(wanted);
  if (kind === 'file') {
    const language = chosen ?? languageOf(file);
    if (language) return { choices: [{ files: [file], language }], named: true };
    return {
      missing: `${code(file)} does not say by its name in which language it is. Say so by the option \`language\`, or give a \`pattern\`.`,
    };
  }
  const isGlob = kind === undefined && /[*?]/.test(file);
  if (kind === undefined && !isGlob)
    return { missing: `${code(file)} does not exist.${near(project, file)}` };
  const all = isGlob ? matchFiles(project, file) : inDirectory(project, file);
  if (!all) return { missing: `${code(file)} leads into too many directories. Name fewer.` };
  const choices = (chosen ? [chosen] : languages)
    .map((language) => ({
      language,
      files: all.filter(counts(language, file, isGlob && chosen !== undefined)),
    }))
    .filter(({ files }) => files.length > 0);
  if (choices.length > 0) return { choices, named: false };
  return { missing: `${code(file || '.')} ${isGlob ? 'matches' : 'holds'} no source file that can be read.` };
}

/** Data counts only where its extension is asked for: the files of a directory have little in common. */
function counts(language: Language, wanted: string, isAny: boolean): (path: Path) => boolean {
  const isAsked = isNamedAs(wanted, language);
  return (path) =>
    isAny ||
    language.inPackage(nameOf(path)) ||
    (isAsked && language.isData === true && isNamedAs(path, language));
}

/** The files that may belong to the same package as a file. */
export function siblings(project: Project, file: Path, { inPackage }: Language): Path[] {
  return inDirectory(project, parentOf(file)).filter((path) => inPackage(nameOf(path)));
}

function inDirectory(project: Project, directory: Path): Path[] {
  return project
    .list(directory)
    .map((name) => join(directory, name))
    .filter((path) => project.has(path) === 'file');
}

function near(project: Project, file: Path): string {
  const directory = parentOf(file);
  const inside = nearest(nameOf(file), project.list(directory));
  if (inside) return ` Did you mean ${code(join(directory, inside))}?`;
  if (project.has(directory)) return '';
  const above = nearest(nameOf(directory), project.list(parentOf(directory)));
  return above ? ` Did you mean the directory ${code(join(parentOf(directory), above))}?` : '';
}
