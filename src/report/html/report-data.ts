import { basename } from 'node:path';
import type { Path, Range, Result } from '../../model.js';
import { type Entry, entries } from '../entries.js';
import type { ReportContext } from '../format.js';
import { type Look, lookOf } from '../look.js';
import { visible } from '../safe.js';
import { verdict } from '../verdict.js';
import type { FrameRow, ProblemData, ReportData } from './data.js';
import { frameRows } from './frame-rows.js';
import { graphData } from './graph-data.js';

/** All that the page of a report shows. */
export function reportData(result: Result, context: ReportContext): ReportData {
  const look = lookOf({ ...context, color: 0 });
  const found = entries(result);
  const lines = new Map<string, number>();
  const problems = found.map((entry) => problemData(entry, look, lines));
  const names = [...new Set(found.map(({ name }) => name))].sort();
  const abouts = names.flatMap((name) => {
    const about = context.about?.(name);
    return about ? [[visible(name), about] as const] : [];
  });
  const graph = context.graph?.();
  return {
    tool: context.tool,
    title: visible(basename(context.root)) || context.tool.name,
    verdict: visible(verdict(result, look).replace(/^\S+ /, '')),
    pages: result.summary.files,
    problems,
    about: Object.fromEntries(abouts),
    notes: result.notes.map(visible),
    lines: [...lines.keys()],
    ...(graph ? { graph: graphData(graph, result.problems) } : {}),
  };
}

function problemData(entry: Entry, look: Look, lines: Map<string, number>): ProblemData {
  const { name, severity, path, line, column, message, related, fix } = entry;
  const frame = frameOf(entry, look, lines);
  return {
    name: visible(name),
    severity,
    path: visible(path),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    message: visible(message),
    ...(frame.length > 0 ? { frame } : {}),
    ...(related.length > 0
      ? { related: related.map((one) => ({ place: placeOf(one), message: visible(one.message) })) }
      : {}),
    ...(fix ? { fix: { safe: fix.safe, description: visible(fix.description) } } : {}),
  };
}

function placeOf({ path, line, column }: Range & { readonly path: Path }): string {
  return `${visible(path)}:${line}:${column}`;
}

function frameOf(entry: Entry, look: Look, lines: Map<string, number>): FrameRow[] {
  const { path, line, column = 1, endLine = line, endColumn = column } = entry;
  if (line === undefined || endLine === undefined) return [];
  const source = look.source(path);
  if (!source) return [];
  return frameRows(source, { line, column, endLine, endColumn }).map(({ line, text, mark }) => {
    const index = lines.get(text) ?? lines.size;
    lines.set(text, index);
    return mark ? [line, index, ...mark] : [line, index];
  });
}
