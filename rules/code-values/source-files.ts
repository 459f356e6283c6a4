import { join, nameOf, nearest, type Path, type Project, parentOf } from '../../src/rule.js';
import { type Language, languageOf, languages } from './languages/index.js';
import { matchFiles } from './match-files.js';
import { code } from './message.js';

type Sources =
  | { readonly files: readonly Path[]; readonly language: Language; readonly named: boolean }
  | { readonly missing: string };

/** The source files that a declaration means: one file, those of a directory, or those that a glob matches. */
export function sourceFiles(project: Project, file: Path): Sources {
  const kind = project.has(file);
  if (kind === 'file') {
    const language = languageOf(file);
    if (language) return { files: [file], language, named: true };
    return {
      missing: `${code(file)} is in no language that can be read. Those that can end with ${extensions()}.`,
    };
  }
  const isGlob = kind === undefined && /[*?]/.test(file);
  if (kind === undefined && !isGlob)
    return { missing: `${code(file)} does not exist.${near(project, file)}` };
  const all = isGlob ? matchFiles(project, file) : inDirectory(project, file);
  if (!all) return { missing: `${code(file)} leads into too many directories. Name fewer.` };
  const language = languages.find(({ inPackage }) => all.some((path) => inPackage(nameOf(path))));
  if (language)
    return { files: all.filter((path) => language.inPackage(nameOf(path))), language, named: false };
  return {
    missing: `${code(file || '.')} ${isGlob ? 'matches' : 'holds'} no source file. Those that can be read end with ${extensions()}.`,
  };
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

function extensions(): string {
  return languages.map(({ extension }) => `\`${extension}\``).join(', ');
}
