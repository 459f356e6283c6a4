import { join, type Path, type Project } from '../../src/rule.js';

const most = 20_000;

/**
 * The files that a glob of `*`, `?` and `**` matches, sorted; undefined when it leads into too many directories.
 * `**` enters neither hidden directories nor `node_modules`. Own code, since a comment may hold any glob: a regular
 * expression made of it could take for ever.
 */
export function matchFiles(project: Project, glob: string): readonly Path[] | undefined {
  const parts = glob.endsWith('**') ? [...glob.split('/'), '*'] : glob.split('/');
  const found = new Set<Path>();
  const seen = new Set<string>();
  const waiting: { readonly directory: Path; readonly index: number }[] = [];
  visit('', 0);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.size > most) return undefined;
    const { directory, index } = next;
    const part = parts[index] ?? '';
    const isDeep = part === '**';
    if (isDeep) visit(directory, index + 1);
    for (const name of project.list(directory)) {
      const path = join(directory, name);
      if (isDeep && (name.startsWith('.') || name === 'node_modules')) continue;
      if (!isDeep && !matchesName(part, name)) continue;
      const kind = project.has(path);
      if (kind === 'directory') visit(path, isDeep ? index : index + 1);
      if (kind === 'file' && !isDeep && index === parts.length - 1) found.add(path);
    }
  }
  return [...found].sort();

  function visit(directory: Path, index: number): void {
    const key = `${index} ${directory}`;
    if (index >= parts.length || seen.has(key)) return;
    seen.add(key);
    waiting.push({ directory, index });
  }
}

/** Goes back to the last star only, which is enough, and takes no longer than both lengths multiplied. */
function matchesName(pattern: string, name: string): boolean {
  let [at, star, from] = [0, -1, 0];
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      from = index;
    } else if (pattern[at] === '?' || (at < pattern.length && pattern[at] === name[index])) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++from;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
