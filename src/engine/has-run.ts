import type { Rule } from '../rule.js';
import type { RunInput } from './input.js';

/** Whether everything that the name in a suppression speaks of was looked for. */
export function hasRun(name: string | undefined, { leftOut, rules }: RunInput): boolean {
  if (name === undefined) return !leftOut?.size;
  const [id] = name.split('/') as [string];
  return !leftOut?.has(id) && moreCode(name, id, rules.get(id)) === undefined;
}

/** The code in a name, where the rule does not list it, and something that only the rule knows may bring it in. */
export function moreCode(name: string, id: string, rule: Rule | undefined): string | undefined {
  const code = name.startsWith(`${id}/`) ? name.slice(id.length + 1) : undefined;
  return code !== undefined && !Object.hasOwn(rule?.codes ?? {}, code) && rule?.mayBeCode?.(code) === true
    ? code
    : undefined;
}
