import type { Problem } from '../../src/model.js';
import { type LintOptions, lint } from '../../src/session/lint.js';

type Options = Pick<LintOptions, 'since' | 'staged' | 'changedLines' | 'paths' | 'only' | 'config'>;

/** What a run in a directory finds, each problem as `path:line:column rule/code message`. */
export async function found(cwd: string, options: Options = {}): Promise<string[]> {
  const { problems, failures } = await lint({ cwd, cache: false, ...options });
  return [
    ...failures.map(({ path, message }) => `${path} ${message}`),
    ...problems.map((problem) => said(problem)),
  ];
}

function said({ path, line, column, rule, code, message }: Problem): string {
  return `${path}:${line}:${column} ${rule}/${code} ${message}`;
}
