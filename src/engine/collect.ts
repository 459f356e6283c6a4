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
  const from = failures.length;
  const text = attempt(path, failures, () => input.configTexts.get(path) ?? input.host.read(path));
  if (text === undefined) return undefined;
  const known = input.memory?.get(path);
  if (known?.text === text) {
    failures.push(...known.failures);
    return known.facts;
  }
  const document = attempt(path, failures, () => documentOf(path, text, input));
  if (!document) return undefined;
  const core = extractFacts(document);
  const byRule: Record<string, Json> = {};
  for (const { key, rule, options } of tasks) {
    const facts = rule.extract?.(document, options);
    if (facts !== undefined) byRule[key] = facts;
  }
  const facts = { ...core, byRule, findings: document.kind === 'markdown' ? checkPage(document) : {} };
  input.memory?.set(path, { text, facts, failures: failures.slice(from) });
  return facts;
}

/** Undefined for a file that is not there, and for one that cannot be read, which `failures` tells of. */
export function readDocument(path: Path, input: Reading, failures: Failure[]): Document | undefined {
  return attempt(path, failures, () => {
    const text = input.configTexts.get(path) ?? input.host.read(path);
    return text === undefined ? undefined : documentOf(path, text, input);
  });
}

function documentOf(path: Path, text: string, { parser, asParsed }: Reading): Document {
  if (/\.(?:md|mdx|markdown)$/i.test(path)) {
    const syntax = /\.mdx$/i.test(path) ? 'mdx' : 'md';
    return { path, text, kind: 'markdown', syntax, tree: parser.parse(asParsed(text), syntax) };
  }
  return { path, text, kind: /\.(?:json|jsonc|json5|ya?ml|toml)$/i.test(path) ? 'data' : 'source' };
}

/** What is expected to go wrong with a file is its failure. */
function attempt<T>(path: Path, failures: Failure[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    failures.push({ ...error.place, path, message: error.message });
    return undefined;
  }
}
