import { globMatcher, type Path, type Project } from '../../src/rule.js';
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

/** Every source file of a kind. One that is named by itself may be one that git ignores. */
export function sourceFiles(project: Project, { sources, declared }: KindOption): readonly Path[] {
  const patterns = [listOf(sources), listOf(declared?.sources)].filter((list) => list.length > 0);
  return [...new Set(patterns.flatMap((list) => filesOf(project, list)))];
}

function filesOf(project: Project, patterns: readonly string[]): readonly Path[] {
  const found = project.workspaceFiles().filter(isNamed(patterns));
  return [...found, ...patterns.filter((path) => project.has(path) === 'file')];
}
