import type { Graph } from '../model.js';
import { graphOf } from './graph-of.js';
import type { LintOptions } from './lint.js';
import { openSession } from './open.js';

/** Reads a tree without running a rule. Throws UserError as `lint` does. */
export async function graph(options: Pick<LintOptions, 'cwd' | 'paths' | 'config'> = {}): Promise<Graph> {
  const { input } = await openSession(options);
  return graphOf(input);
}
