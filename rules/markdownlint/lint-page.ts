import type { LintError, Options } from 'markdownlint';
import { UserError } from '../../src/errors.js';
import type { Imported } from './page-code.js';
import type { PageConfig } from './page-configs.js';
import { type Members, parsers } from './parse-config.js';
import { timeLimit } from './time-limit.js';

export type Lint = (options: Options) => Readonly<Record<string, LintError[]>>;

/** Longer pages would take it minutes and gigabytes. */
const longest = 2_000_000;
/** Shorter pages take it a second at the most, whatever they hold. */
const harmless = 20_000;
/** Some tables take it time by the square of their rows. */
const longestTime = 120_000;

/**
 * What the library finds in a text, by the config of the page with `own` laid over it. Throws UserError for a text
 * that is more than it can bear in so many milliseconds.
 */
export function pageLinter(
  lint: Lint,
  frontMatter: RegExp,
  codeOf: (page: PageConfig) => Imported | undefined,
  limit = longestTime,
): (text: string, page: PageConfig, own: Members) => readonly LintError[] {
  const within = timeLimit(limit);
  return (text, page, own) => {
    if (text.length > longest) throw refused(`The page is longer than ${longest} characters`);
    const config = layOver(page.config, own);
    const code = codeOf(page);
    const options: Options = {
      strings: { page: text },
      ...(config ? { config: config as NonNullable<Options['config']> } : {}),
      configParsers: parsers.map((parser) => (source) => parser(source) as Record<string, never>),
      frontMatter: atStart(page.frontMatter === undefined ? frontMatter : new RegExp(page.frontMatter, 'u')),
      handleRuleFailures: true,
      noInlineConfig: !page.inline,
      ...code,
    };
    const work = () => attempt(() => lint(options).page ?? []);
    const found = text.length < harmless && !code ? work() : within(work);
    if (found === 'late') throw refused(`markdownlint was not done with the page in ${limit / 1000} seconds`);
    return found;
  };
}

/** The library's own exceptions say that a page is too much for it, as one that is nested too deeply is. */
function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refused(`markdownlint fails on the page: ${error instanceof Error ? error.message : error}`);
  }
}

function refused(reason: string): UserError {
  return new UserError(`${reason}. Shorten it, or turn the rule off for it.`);
}

/** A key that stands behind another wins over it where both speak of a rule, as `MD013` and `line-length` do. */
function layOver(config: Members | undefined, own: Members): Members | undefined {
  if (Object.keys(own).length === 0) return config;
  const kept = Object.entries(config ?? {}).filter(([key]) => !Object.hasOwn(own, key));
  return { ...Object.fromEntries(kept), ...own };
}

/** Front matter is at the start of a page or nowhere: a page full of what could begin it is read once. */
function atStart({ source, flags }: RegExp): RegExp {
  return new RegExp(source, flags.includes('y') ? flags : `${flags}y`);
}
