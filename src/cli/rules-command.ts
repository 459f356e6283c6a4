import { loadRules } from '../engine/registry.js';
import { type ListedRule, renderRules } from '../report/rules.js';
import { terminal } from './terminal.js';

/** Lists the built-in rules, as a table or as JSON. */
export async function rulesCommand({ format }: { readonly format: 'pretty' | 'json' }): Promise<void> {
  const rules: ListedRule[] = [...(await loadRules())].map(
    ([id, { summary, severity, fixable = false, codes }]) => {
      return { id, summary, severity, fixable, codes: Object.keys(codes) };
    },
  );
  const json = (): string => `${JSON.stringify(rules, undefined, 2)}\n`;
  process.stdout.write(format === 'json' ? json() : renderRules(rules, terminal(process.stdout)));
}
