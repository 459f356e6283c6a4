import { UserError } from '../errors.js';
import type { Failure, Finding, MarkdownDocument, Path } from '../model.js';
import type { FileRule } from '../rule.js';
import type { RunInput } from './input.js';
import { findingsPart, type PartName } from './page-parts.js';
import type { Plan } from './plan.js';
import { soundFindings } from './sound.js';
import { unwatched } from './watch.js';

type Findings = Record<string, readonly Finding[]>;
/** A page, parsed when it is asked for. */
type Page = { readonly path: Path; readonly text: string; readonly document: () => MarkdownDocument };
type Part = <T>(name: PartName, make: () => T) => T;

/** Lets the file rules look at pages, each with what it loaded and what the workspace's own files set for it. */
export function pageChecker(
  input: RunInput,
  plan: Plan,
  failures: Failure[],
): (page: Page, part: Part) => Findings {
  const { watch = unwatched } = input;
  const failed = new Set<string>();

  function fail(error: unknown, page: Path): void {
    if (!(error instanceof UserError)) throw error;
    const failure = { ...error.place, path: error.place?.path || page, message: error.message };
    const key = JSON.stringify(failure);
    if (!failed.has(key)) failures.push(failure);
    failed.add(key);
  }

  return (page, part) => {
    const { path } = page;
    const byRule: Findings = {};
    // What a file rule finds stands in its own page, and would not be shown.
    if (input.only?.has(path) === false) return byRule;
    const rules = plan.tasks(path).map(({ id }) => id);
    for (const task of plan.fileTasks(path)) {
      const { id, rule, options } = task;
      try {
        const config = configOf(id, rule, options, path, input);
        if (rule.configure && config === undefined) continue;
        const isPlugin = input.plugins?.has(id) === true;
        const check = (): Iterable<Finding> => {
          const ahead = foundAhead(id, page, input);
          if (ahead) return ahead;
          const library = libraryOf(id, rule, path, input);
          return rule.check(page.document(), options, { config, library, rules });
        };
        const findings = (): Finding[] => [...soundFindings({ id, rule, isPlugin }, path, check)];
        const found = part(findingsPart(task, config, rules, input), () =>
          watch({ phase: 'rule', rule: id, path }, findings),
        );
        if (found.length > 0) byRule[id] = found;
      } catch (error) {
        fail(error, path);
      }
    }
    return byRule;
  };
}

/** What the rule found before the run, in the same text. Throws what the rule threw. */
function foundAhead(id: string, { path, text }: Page, { ahead }: RunInput): readonly Finding[] | undefined {
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
function libraryOf(
  id: string,
  rule: FileRule<unknown>,
  path: Path,
  { libraries, isUnchanged }: RunInput,
): undefined {
  if (rule.load && !libraries?.has(id)) {
    if (isUnchanged) throw new UserError('changed while it was checked. Run docs-lint again.', { path });
    throw new Error(`${id} is run before it is loaded`);
  }
  return libraries?.get(id) as undefined;
}
