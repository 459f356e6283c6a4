import { join, type Path, type Project } from '../../../src/rule.js';

/** The path of a file that differs in letter case alone, as it is really spelt. */
export function spellingOf(project: Project, path: Path): Path | undefined {
  let real = '';
  for (const part of path.split('/')) {
    const names = project.list(real);
    const name = names.includes(part) ? part : names.find((other) => fold(other) === fold(part));
    if (name === undefined) return undefined;
    real = join(real, name);
  }
  return real !== path && project.has(real) === 'file' ? real : undefined;
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
