import type { LintError } from 'markdownlint';
import type { Finding, Span } from '../../src/rule.js';
import { table } from './codes.js';
import { type Page, spanOfLine, toFix } from './to-fix.js';

/** What the library found, in our words: its description, the details, what to do. */
export function toFinding(error: LintError, page: Page): Finding {
  const code = error.ruleNames[0] as string;
  const detail = error.errorDetail ? ` (${error.errorDetail})` : '';
  const context = error.errorContext ? `: ${quoted(error.errorContext)}` : '';
  const fix = toFix(error, page);
  return {
    code,
    span: spanOf(error, page),
    message: `${error.ruleDescription}${detail}${context}. ${table[code]?.summary ?? ''}`.trim(),
    ...(fix ? { fix } : {}),
    ...(error.severity === 'warning' ? { severity: 'warn' as const } : {}),
  };
}

/** The library counts columns from 1; without them, the whole line is meant. */
function spanOf({ lineNumber, errorRange }: LintError, page: Page): Span {
  const [start, end] = spanOfLine(lineNumber, page);
  if (!errorRange) return [start, end];
  const [column = 1, length = 0] = errorRange;
  const from = Math.min(start + column - 1, end);
  return [from, Math.min(from + length, end)];
}

function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'")}\``;
}
