import { defineRule, nearest, type SuppressionUse } from '../../src/rule.js';

export default defineRule({
  scope: 'run',
  summary: 'Suppression comments hide a problem and name rules that exist.',
  severity: 'warn',
  codes: {
    unused: 'Remove the comment, or the name in it, that hides nothing.',
    'unknown-rule': 'Correct the name; `docs-lint rules` lists them.',
    'stale-baseline': 'Run `docs-lint --prune-baseline`: the problem is gone.',
  },
  *checkBaseline(stale) {
    for (const { path, rule, code, span } of stale) {
      const message = `${path} has no such problem of \`${rule}/${code}\` any more. Run \`docs-lint --prune-baseline\`.`;
      yield { code: 'stale-baseline', span, message, target: path };
    }
  },
  *check({ uses, rules }) {
    for (const use of uses) {
      const unknown = use.name === undefined ? undefined : unknownName(use.name, rules);
      if (unknown) yield { path: use.path, code: 'unknown-rule', span: use.span, message: unknown };
      else if (!use.used && use.ran)
        yield { path: use.path, code: 'unused', span: use.span, message: unused(use) };
    }
  },
});

function unused({ name, suppression }: SuppressionUse): string {
  const what = name === undefined ? 'any rule' : `\`${name}\``;
  const action =
    suppression.action === 'enable'
      ? `Nothing turned ${what} off before this comment.`
      : `No problem of ${what} is suppressed by this comment.`;
  return `${action} Remove it.`;
}

function unknownName(name: string, rules: ReadonlyMap<string, readonly string[]>): string | undefined {
  const slash = name.indexOf('/');
  const rule = slash < 0 ? name : name.slice(0, slash);
  const code = slash < 0 ? undefined : name.slice(slash + 1);
  const codes = rules.get(rule);
  if (!codes) return `There is no rule \`${rule}\`.${suggest(nearest(rule, rules.keys()))}`;
  if (code === undefined || codes.includes(code)) return undefined;
  const near = nearest(code, codes);
  return `The rule \`${rule}\` has no code \`${code}\`.${suggest(near && `${rule}/${near}`)}`;
}

function suggest(name: string | undefined): string {
  return name === undefined
    ? ' Run `docs-lint rules` for those that there are.'
    : ` Did you mean \`${name}\`?`;
}
