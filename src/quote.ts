import type { Path, Project, Span } from './model.js';
import { lineColumn } from './text.js';

const longest = 80;

/** A text as code in a message: on one line, and not longer than a line can show. */
export function code(text: string): string {
  const points = [...text.slice(0, 2 * longest)];
  const shown =
    points.length > longest || text.length > 2 * longest ? `${points.slice(0, longest).join('')}…` : text;
  const line = shown.replace(/[\p{Cc}\u2028\u2029]/gu, escaped);
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}

function escaped(unit: string): string {
  const known = JSON.stringify(unit).slice(1, -1);
  return known === unit ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : known;
}

/** A place as `path:line`. */
export function at(project: Project, path: Path, [start]: Span): string {
  return `${path}:${lineOf(project, path, start)}`;
}

function lineOf(project: Project, path: Path, offset: number): number {
  return lineColumn(project.files.get(path)?.lineStarts ?? [0], offset).line;
}
