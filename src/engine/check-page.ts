import { UserError } from '../errors.js';
import type { Failure, Finding, MarkdownDocument, Path } from '../model.js';
import type { FileRule } from '../rule.js';
import type { RunInput } from './input.js';
import type { Plan } from './plan.js';
import { soundFindings } from './sound.js';

type Findings = Record<string, readonly Finding[]>;

/** Lets the file rules look at pages, each with what it loaded and what the workspace's own files set for it. */
export function pageChecker(
  input: RunInput,
  plan: Plan,
  failures: Failure[],
): (document: MarkdownDocument) => Findings {
  const failed = new Set<string>();

  function fail(error: unknown, page: Path): void {
    if (!(error instanceof UserError)) throw error;
    const failure = { ...error.place, path: error.place?.path || page, message: error.message };
    const key = JSON.stringify(failure);
    if (!failed.has(key)) failures.push(failure);
    failed.add(key);
  }

  return (document) => {
    const findings: Findings = {};
    // What a file rule finds stands in its own page, and would not be shown.
    if (input.only?.has(document.path) === false) return findings;
    const rules = plan.tasks(document.path).map(({ id }) => id);
    for (const { id, rule, options } of plan.fileTasks(document.path)) {
      try {
        const config = configOf(id, rule, options, document.path, input);
        if (rule.configure && config === undefined) continue;
        const given = { config, library: libraryOf(id, rule, input), rules };
        const isPlugin = input.plugins?.has(id) === true;
        const check = (): Iterable<Finding> =>
          foundAhead(id, document, input) ?? rule.check(document, options, given);
        const found = [...soundFindings({ id, rule, isPlugin }, document.path, check)];
        if (found.length > 0) findings[id] = found;
      } catch (error) {
        fail(error, document.path);
      }
    }
    return findings;
  };
}

/** What the rule found before the run, in the same text. Throws what the rule threw. */
function foundAhead(
  id: string,
  { path, text }: MarkdownDocument,
  { ahead }: RunInput,
): readonly Finding[] | undefined {
  const checked = ahead?.get(id)?.get(path);
  if (checked?.text !== text) return undefined;
  if ('refusal' in checked) throw new UserError(checked.refusal.message, checked.refusal.place);
  return checked.findings;
}

function configOf(
  id: string,
  rule: FileRule<unknown>,
  options: unknown,
  page: Path,
  { configured }: RunInput,
): undefined {
  if (!rule.configure) return undefined;
  const configure = configured?.get(id)?.get(options);
  if (!configure) throw new Error(`${id} is run before it is configured`);
  return configure(page) as undefined;
}

/** A rule knows what type its library has, and the engine knows of none. */
function libraryOf(id: string, rule: FileRule<unknown>, { libraries }: RunInput): undefined {
  if (rule.load && !libraries?.has(id)) throw new Error(`${id} is run before it is loaded`);
  return libraries?.get(id) as undefined;
}
