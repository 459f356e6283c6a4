import type { Host } from '../host/host.js';
import type { Workspace } from '../rule.js';

/** The workspace as rules see it, and what they had to say about it. */
export interface RuleWorkspace extends Workspace {
  readonly notes: ReadonlySet<string>;
}

/** Without `resolve`, no package is installed. */
export function ruleWorkspace(host: Host, resolve: Workspace['resolve'] = () => undefined): RuleWorkspace {
  const notes = new Set<string>();
  return {
    notes,
    has: (path) => host.has(path),
    read: (path) => host.read(path),
    resolve,
    note: (message) => void notes.add(message),
  };
}
