import { UserError } from '../errors.js';
import type { MarkdownDocument, Path } from '../model.js';
import type { FileRule } from '../rule.js';
import type { Outcome } from './input.js';

/** One page for one rule: all that its check is given, as it crosses threads. */
export interface Job {
  readonly id: string;
  readonly path: Path;
  readonly text: string;
  readonly syntax: 'md' | 'mdx';
  readonly options: unknown;
  readonly config: unknown;
  /** All rules of the page. */
  readonly rules: readonly string[];
}

/** A rule, and what its `load` returned; what type that has, it alone knows. */
export interface Loaded {
  readonly rule: FileRule<unknown, undefined, undefined>;
  readonly library: undefined;
}

/** What the rule makes of the page, in this thread. */
export async function answerJob(
  { options, config, rules, ...job }: Job,
  { rule, library }: Loaded,
): Promise<Outcome> {
  const given = { config: config as undefined, library, rules };
  try {
    await rule.prepare?.(given.config, library);
    return { findings: [...rule.check(documentOf(job), options, given)] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { refusal: { message: error.message, ...(error.place ? { place: error.place } : {}) } };
  }
}

/** Trees stay where they were parsed. */
function documentOf({ path, text, syntax }: Pick<Job, 'path' | 'text' | 'syntax'>): MarkdownDocument {
  return {
    path,
    text,
    syntax,
    kind: 'markdown',
    get tree(): never {
      throw textAlone();
    },
    get nodes(): never {
      throw textAlone();
    },
  };
}

function textAlone(): Error {
  return new Error('a slow rule looks at the text alone');
}
