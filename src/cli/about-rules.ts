import { loadRules } from '../engine/registry.js';
import type { ReportContext } from '../report/format.js';

export type About = NonNullable<ReportContext['about']>;

/** What the built-in rules say of themselves; a plugin's are known by their names alone. */
export async function aboutRules(): Promise<About> {
  const rules = await loadRules();
  return (name) => {
    const slash = name.indexOf('/');
    const rule = rules.get(name.slice(0, slash));
    const codes = new Map(Object.entries(rule?.codes ?? {}));
    const code = codes.get(name.slice(slash + 1));
    const advice = typeof code === 'object' ? code.summary : code;
    return rule && { summary: rule.summary, ...(advice === undefined ? {} : { advice }) };
  };
}
