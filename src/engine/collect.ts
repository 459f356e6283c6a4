import { UserError } from '../errors.js';
import { extractFacts } from '../facts/extract.js';
import type { Document, Facts, Failure, Json, Path } from '../model.js';
import type { pageChecker } from './check-page.js';
import type { RunInput } from './input.js';
import type { Plan } from './plan.js';

type ProjectTask = Plan['projectTasks'][number];

type Reading = RunInput & {
  /** The text with its generator's own blocks in Markdown's terms; of the same length. */
  asParsed(text: string): string;
};

/** Reads one file, lets the tasks look at it, and keeps facts alone. Undefined when it cannot be read. */
export function collect(
  path: Path,
  input: Reading,
  tasks: readonly ProjectTask[],
  failures: Failure[],
  checkPage: ReturnType<typeof pageChecker>,
): Facts | undefined {
  const document = readDocument(path, input, failures);
  if (!document) return undefined;
  const core = extractFacts(document);
  const byRule: Record<string, Json> = {};
  for (const { key, rule, options } of tasks) {
    const facts = rule.extract?.(document, options);
    if (facts !== undefined) byRule[key] = facts;
  }
  return { ...core, byRule, findings: document.kind === 'markdown' ? checkPage(document) : {} };
}

/** Undefined for a file that is not there, and for one that cannot be read, which `failures` tells of. */
export function readDocument(path: Path, input: Reading, failures: Failure[]): Document | undefined {
  try {
    const text = input.configTexts.get(path) ?? input.host.read(path);
    if (text === undefined) return undefined;
    if (/\.(?:md|mdx|markdown)$/i.test(path)) {
      const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
      return { path, text, kind: 'markdown', syntax, tree: input.parser.parse(input.asParsed(text), syntax) };
    }
    return { path, text, kind: /\.(?:json|jsonc|json5|ya?ml|toml)$/i.test(path) ? 'data' : 'source' };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    failures.push({ ...error.place, path, message: error.message });
    return undefined;
  }
}
