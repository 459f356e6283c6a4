import { globFiles, globMatcher, type Path, type Project } from '../../src/rule.js';
import { type KindOption, listOf } from './options.js';

/** What holds no text that anybody would name something in; pages are the other side. */
const noSource =
  /\.(?:mdx?|markdown|png|jpe?g|gif|webp|avif|ico|bmp|tiff?|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|mov|wav|ogg|flac|wasm|so|dylib|dll|exe|bin|dat|class|pyc|o|a|db|sqlite3?|lockb|icns|psd|svg)$/i;

type Patterns = string | readonly string[];

/** Whether a file is one that patterns name. */
export function isNamed(patterns: Patterns): (path: Path) => boolean {
  const matches = globMatcher(listOf(patterns));
  return (path) => !noSource.test(path) && matches(path);
}

/** The files that patterns stand for. */
function filesOf(project: Project, patterns: Patterns): readonly Path[] {
  return globFiles(project, listOf(patterns)).filter((path) => !noSource.test(path));
}

/** Every source file of a kind. What git ignores is none, but for a file that is named by itself. */
export function sourceFiles(project: Project, { sources, declared }: KindOption): readonly Path[] {
  const own = [
    ...filesOf(project, sources),
    ...(declared?.sources ? filesOf(project, declared.sources) : []),
  ];
  const named = new Set([...listOf(sources), ...listOf(declared?.sources)]);
  const found = [...new Set(own)];
  const ignored = project.ignored(found.filter((path) => !named.has(path)));
  return found.filter((path) => !ignored.has(path));
}
