import { UserError } from '../errors.js';
import type { Edit, Finding, Fix, Path } from '../model.js';
import type { Rule } from '../rule.js';

/**
 * Runs a rule that a plugin brought in. What it throws, and a finding that is none, is the plugin's mistake: a
 * UserError that names the rule. A rule of ours is run as it is, so that its mistakes show their stack.
 */
export function* soundFindings<T extends object>(
  { id, rule, isPlugin }: { readonly id: string; readonly rule: Rule; readonly isPlugin: boolean },
  path: Path | undefined,
  check: () => Iterable<T>,
): Iterable<T> {
  if (!isPlugin) {
    yield* check();
    return;
  }
  const wrong = (what: string): UserError =>
    new UserError(
      `The rule \`${id}\` of a plugin ${what}. Mend the plugin, or turn the rule off.`,
      path === undefined ? undefined : { path },
    );
  try {
    for (const finding of check()) {
      const fault = faultOf(finding, rule);
      if (fault !== undefined) throw wrong(fault);
      yield finding;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw wrong(`failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function faultOf(finding: unknown, rule: Rule): string | undefined {
  if (typeof finding !== 'object' || finding === null) return 'yields something that is no finding';
  if ('note' in finding)
    return typeof finding.note === 'string' ? undefined : 'yields a note that is no text';
  const { code, span, message, fix } = finding as Partial<Finding>;
  if (typeof code !== 'string' || !Object.hasOwn(rule.codes, code))
    return `yields the code \`${String(code)}\`, which it does not have`;
  if (
    !Array.isArray(span) ||
    span.length !== 2 ||
    !span.every((offset) => Number.isInteger(offset) && offset >= 0)
  ) {
    return 'yields a finding without a span of two offsets';
  }
  if (typeof message !== 'string' || message === '') return 'yields a finding without a message';
  return fix === undefined || isFix(fix)
    ? undefined
    : 'yields a fix without `safe`, a `description`, or `edits` that have `path`, `start`, `end` and `text`';
}

function isFix(fix: Partial<Fix> | null): boolean {
  return (
    typeof fix?.safe === 'boolean' &&
    typeof fix.description === 'string' &&
    Array.isArray(fix.edits) &&
    fix.edits.every(isEdit)
  );
}

function isEdit(edit: Partial<Edit> | null): boolean {
  return (
    typeof edit?.path === 'string' &&
    typeof edit.text === 'string' &&
    Number.isInteger(edit.start) &&
    Number.isInteger(edit.end)
  );
}
