import {
  code,
  join,
  linePattern,
  nameOf,
  nearest,
  normalize,
  type Path,
  type Project,
  type ProjectFinding,
  parentOf,
  type Where,
} from '../../src/rule.js';
import type { FoundFiles, Kind, Known } from './kinds/kind.js';
import { type KindOption, listOf } from './options.js';
import { isNamed } from './source-files.js';

/** What is wrong with the options of a kind, so that nothing can be checked. `read` are the source files that were read. */
export function* wrongOptions(
  project: Project,
  read: readonly Path[],
  kind: Kind | { readonly wrong: string },
  { sources, declared }: KindOption,
  pointer: string,
  where: Where,
): Generator<ProjectFinding> {
  const say = (at: string, message: string): ProjectFinding => ({
    code: 'nothing-found',
    ...where(`${pointer}${at}`),
    message,
  });
  if ('wrong' in kind) yield say('/pattern', `The pattern cannot be used: ${kind.wrong}.`);
  if (declared?.pattern !== undefined) {
    const compiled = linePattern(declared.pattern, declared.group);
    if ('wrong' in compiled) yield say('/declared/pattern', `The pattern cannot be used: ${compiled.wrong}.`);
  } else if (declared && 'title' in kind && !kind.isString) {
    yield say(
      '/declared',
      `The code declares a ${kind.title} in many ways. Say by a \`pattern\` how yours does.`,
    );
  }
  if (declared?.as !== undefined && declared.as.split('*').length !== 2) {
    yield say('/declared/as', 'The option `as` needs one `*`, which stands for what the pattern finds.');
  }
  for (const [at, option] of [
    ['/sources', sources],
    ['/declared/sources', declared?.sources],
  ] as const) {
    for (const [index, pattern] of listOf(option).entries()) {
      if (pattern.startsWith('!') || read.some(isNamed(pattern)) || project.has(pattern) === 'file') continue;
      yield say(typeof option === 'string' ? at : `${at}/${index}`, lost(project, pattern));
    }
  }
}

/** Why a pattern stands for no file. */
function lost(project: Project, pattern: string): string {
  if (/[*?{[]/.test(pattern))
    return `${code(pattern)} matches no source file. Name the files that hold the names.`;
  const path = normalize(pattern) ?? pattern;
  if (project.has(path)) return `${code(pattern)} holds no source file. Name the files that hold the names.`;
  const near = nearest(nameOf(path), project.list(parentOf(path)));
  const hint = near === undefined ? '' : ` Did you mean ${code(join(parentOf(path), near))}?`;
  return `${code(pattern)} does not exist.${hint}`;
}

/** Names that the code lacks altogether. */
export function* nothingIn(
  { title, which }: Kind,
  { isEmpty }: Known,
  files: FoundFiles,
  { sources, declared }: KindOption,
  pointer: string,
  where: Where,
): Generator<ProjectFinding> {
  const found = { code: 'nothing-found' };
  if (isEmpty) {
    const from = listOf(sources)
      .filter((one) => !one.startsWith('!'))
      .map(code)
      .join(' or ');
    const message = `No ${title}${which} is in ${from}, so that nothing can be checked. Correct the options.`;
    yield { ...found, ...where(pointer), message };
  } else if (declared && files.every(([, one]) => (one.declared ?? []).length === 0)) {
    const message = `The code declares no ${title}${which} in this way, so that nothing can be checked. Correct it.`;
    yield { ...found, ...where(`${pointer}/declared`), message };
  }
}

/** Names that the pages lack altogether. */
export function nothingOn({ title, which }: Kind, pointer: string, where: Where): ProjectFinding {
  return {
    code: 'nothing-found',
    ...where(pointer),
    message: `No page mentions any ${title}${which} in code, so that nothing can be checked. Correct the options.`,
  };
}
