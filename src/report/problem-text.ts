import type { Problem } from '../model.js';
import { columns } from './columns.js';
import type { ReportContext } from './format.js';
import { frame, gutter } from './frame.js';
import type { Look } from './look.js';
import { safeTerminal } from './safe.js';
import { wrap } from './wrap.js';

/** One problem for people: where and what, its message, its frames, its fix. Rows, not yet disarmed. */
export function problemText(problem: Problem, look: Look, context: ReportContext): string[] {
  return [
    ...header(problem, look, context),
    ...paragraph(problem.message, look),
    ...frames(problem, look),
    ...fix(problem, look),
  ];
}

function header(problem: Problem, look: Look, context: ReportContext): string[] {
  const { rule, code, severity, path, line, column } = problem;
  const place = look.place(path, line, column);
  const name = safeTerminal(`${rule}/${code}`);
  const what = `${look[severity](severity)}  ${look.link(look.faint(name), context.rulesUrl?.(rule))}`;
  const width = columns(`${safeTerminal(path)}:${line}:${column}  ${severity}  ${name}`);
  return width <= look.width ? [`${place}  ${what}`] : [place, what];
}

/** The span itself, and each related place below it along the same gutter. */
function frames(problem: Problem, look: Look): string[] {
  const ranges = [problem, ...problem.related];
  const digits = Math.max(...ranges.map(({ endLine }) => String(endLine).length)) + 1;
  const shared = { digits, width: look.width, paintGutter: look.faint, paintLabel: look.prose };
  const source = look.source(problem.path);
  const rows = source
    ? frame(source, problem, { ...shared, mark: '^', paintMark: look[problem.severity] })
    : [];
  for (const related of problem.related) {
    const place = look.place(related.path, related.line, related.column);
    const label = safeTerminal(related.message);
    const source = look.source(related.path);
    const below = source
      ? frame(source, related, { ...shared, mark: '-', paintMark: look.second, label })
      : [];
    if (rows.length > 0) rows.push(look.faint(gutter(digits, '│')));
    rows.push(`${look.faint(gutter(digits, rows.length > 0 ? '├─' : '╭─'))} ${place}`);
    if (below.length > 0) rows.push(...below);
    else rows.push(...paragraph(label, look, `${look.faint(gutter(digits, '│'))} `, digits + 3));
  }
  return rows.length > 0 ? ['', ...rows] : [];
}

function fix({ fix }: Problem, look: Look): string[] {
  if (!fix) return [];
  return ['', ...paragraph(`fix: ${fix.description}${fix.safe ? '' : ' (unsafe)'}`, look)];
}

function paragraph(text: string, look: Look, before = '', used = 0): string[] {
  const lines = wrap(safeTerminal(text), look.width - used);
  return look
    .prose(lines.join('\n'))
    .split('\n')
    .map((line) => before + line);
}
