import { defineRule, type Finding, type Fix, nearest, type SuppressionUse } from '../../src/rule.js';

export default defineRule({
  scope: 'run',
  summary: 'Suppression comments hide a problem and name rules that exist.',
  severity: 'warn',
  fixable: true,
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
    const dead = deadComments(uses, rules);
    for (const use of uses) {
      const { path, span, name } = use;
      const unknown = name === undefined ? undefined : unknownName(use, rules);
      if (unknown) yield { path, code: 'unknown-rule', span, ...unknown };
      else if (isUnused(use)) {
        const fix = removal(use, dead.has(use.suppression));
        yield { path, code: 'unused', span, message: unused(use), fix };
      }
    }
  },
});

function isUnused({ used, ran }: SuppressionUse): boolean {
  return !used && ran;
}

/** Comments of which no name hides anything. */
function deadComments(
  uses: readonly SuppressionUse[],
  rules: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<SuppressionUse['suppression']> {
  const dead = new Set(uses.map(({ suppression }) => suppression));
  for (const use of uses) {
    const isKnown = use.name === undefined || !unknownName(use, rules);
    if (!isKnown || !isUnused(use)) dead.delete(use.suppression);
  }
  return dead;
}

function removal({ path, name, span, suppression }: SuppressionUse, isDead: boolean): Fix {
  const own = suppression.rules.find((rule) => rule.span[0] === span[0]);
  const [start, end] = isDead || !own ? suppression.removal : own.removal;
  const description = isDead || !own ? 'Remove the comment' : `Remove \`${name}\` from the comment`;
  return { safe: true, description, edits: [{ path, start, end, text: '' }] };
}

function unused({ name, suppression }: SuppressionUse): string {
  const what = name === undefined ? 'any rule' : `\`${name}\``;
  const action =
    suppression.action === 'enable'
      ? `Nothing turned ${what} off before this comment.`
      : `No problem of ${what} is suppressed by this comment.`;
  return `${action} Remove it.`;
}

function unknownName(
  { name = '', path, span }: SuppressionUse,
  rules: ReadonlyMap<string, readonly string[]>,
): Pick<Finding, 'message' | 'fix'> | undefined {
  const slash = name.indexOf('/');
  const rule = slash < 0 ? name : name.slice(0, slash);
  const code = slash < 0 ? undefined : name.slice(slash + 1);
  const codes = rules.get(rule);
  const suggest = (what: string, near: string | undefined) => {
    if (near === undefined) return { message: `${what} Run \`docs-lint rules\` for those that there are.` };
    const edits = [{ path, start: span[0], end: span[1], text: near }];
    const fix = { safe: false, description: `Write \`${near}\``, edits };
    return { message: `${what} Did you mean \`${near}\`?`, fix };
  };
  if (!codes) return suggest(`There is no rule \`${rule}\`.`, nearest(rule, rules.keys()));
  if (code === undefined || codes.includes(code)) return undefined;
  const near = nearest(code, codes);
  return suggest(`The rule \`${rule}\` has no code \`${code}\`.`, near && `${rule}/${near}`);
}
