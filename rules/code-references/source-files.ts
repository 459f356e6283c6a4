import { matchesGlob, matchFiles, normalize, type Path, type Project } from '../../src/rule.js';
import { type KindOption, listOf } from './options.js';

/** What holds no text that anybody would name something in; pages are the other side. */
const noSource =
  /\.(?:mdx?|markdown|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|mov|wav|ogg|flac|wasm|so|dylib|dll|exe|bin|dat|class|pyc|o|a|db|sqlite3?|lockb|icns|psd|svg)$/i;

/** A source as the options name it: a glob, or a file or directory whatever characters its name holds. */
export function globsOf(option: string | readonly string[] | undefined): readonly string[] {
  return listOf(option).map((one) => normalize(one) ?? one);
}

/** Whether a file is one of the sources that options name. */
export function isSource(path: Path, { sources, exclude }: Pick<KindOption, 'sources' | 'exclude'>): boolean {
  return isNamed(path, sources) && !isNamed(path, exclude);
}

export function isNamed(path: Path, option: string | readonly string[] | undefined): boolean {
  return globsOf(option).some(
    (glob) => path === glob || matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`),
  );
}

/** The files that one of the sources stands for; undefined where it leads into too many directories. */
export function filesOf(project: Project, source: string): readonly Path[] | undefined {
  const kind = project.has(source);
  if (kind === 'file') return [source];
  const found = matchFiles(project, kind === 'directory' ? (source === '' ? '**' : `${source}/**`) : source);
  return found?.filter((path) => !noSource.test(path));
}

/** Every source file of a kind, but those of globs that git ignores. */
export function sourceFiles(project: Project, { sources, exclude, declared }: KindOption): readonly Path[] {
  const globs = [...globsOf(sources), ...globsOf(declared?.sources)];
  const named = new Set(globs.filter((source) => project.has(source) === 'file'));
  const found = globs.flatMap((source) => filesOf(project, source) ?? []);
  const all = [...new Set(found)].filter((path) => !isNamed(path, exclude));
  const ignored = project.ignored(all.filter((path) => !named.has(path)));
  return all.filter((path) => !ignored.has(path));
}
