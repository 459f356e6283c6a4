import { loadRules } from '../engine/registry.js';

/** Lists the built-in rules, as a table or as JSON. */
export async function rulesCommand({ format }: { readonly format: 'pretty' | 'json' }): Promise<void> {
  const rules = [...(await loadRules())].map(([id, { summary, severity, fixable = false, codes }]) => {
    return { id, summary, severity, fixable, codes: Object.keys(codes) };
  });
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify(rules, undefined, 2)}\n`);
    return;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, summary, severity, fixable } of rules) {
    process.stdout.write(
      `${id.padEnd(width)}  ${severity.padEnd(5)}  ${fixable ? 'fixable' : '       '}  ${summary}\n`,
    );
  }
}
