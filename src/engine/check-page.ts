import { UserError } from '../errors.js';
import type { Failure, Finding, MarkdownDocument, Path } from '../model.js';
import type { FileRule } from '../rule.js';
import type { RunInput } from './input.js';
import type { Plan } from './plan.js';
import { soundFindings } from './sound.js';

type Findings = Record<string, readonly Finding[]>;
type Configured = (page: Path) => unknown;

/** Lets the file rules look at pages, each with what it loaded and what the workspace's own files set for it. */
export function pageChecker(
  input: RunInput,
  plan: Plan,
  failures: Failure[],
): (document: MarkdownDocument) => Findings {
  const configured = new Map<string, Configured>();
  const failed = new Set<string>();

  function fail(error: unknown, page: Path): void {
    if (!(error instanceof UserError)) throw error;
    const failure = { ...error.place, path: error.place?.path || page, message: error.message };
    const key = JSON.stringify(failure);
    if (!failed.has(key)) failures.push(failure);
    failed.add(key);
  }

  function configOf(id: string, rule: FileRule<unknown>): Configured | undefined {
    if (!rule.configure) return undefined;
    const known = configured.get(id) ?? rule.configure(input.workspace, libraryOf(id, rule, input));
    configured.set(id, known);
    return known;
  }

  return (document) => {
    const findings: Findings = {};
    // What a file rule finds stands in its own page, and would not be shown.
    if (input.only?.has(document.path) === false) return findings;
    for (const { id, rule, options } of plan.fileTasks(document.path)) {
      try {
        const configure = configOf(id, rule);
        const config = configure?.(document.path);
        if (configure && config === undefined) continue;
        const given = { config: config as undefined, library: libraryOf(id, rule, input) };
        const isPlugin = input.plugins?.has(id) === true;
        const check = (): Iterable<Finding> => rule.check(document, options, given);
        const found = [...soundFindings({ id, rule, isPlugin }, document.path, check)];
        if (found.length > 0) findings[id] = found;
      } catch (error) {
        fail(error, document.path);
      }
    }
    return findings;
  };
}

/** A rule knows what type its library has, and the engine knows of none. */
function libraryOf(id: string, rule: FileRule<unknown>, { libraries }: RunInput): undefined {
  if (rule.load && !libraries?.has(id)) throw new Error(`${id} is run before it is loaded`);
  return libraries?.get(id) as undefined;
}
