import { safeJson } from '../report/safe.js';
import { configuredFor } from '../session/configured-for.js';
import type { LintOptions } from '../session/lint.js';

/** Prints what is configured for a page, as JSON. */
export async function printConfig(file: string, options: LintOptions): Promise<void> {
  const configured = await configuredFor(file, options);
  process.stdout.write(`${safeJson(JSON.stringify(configured, undefined, 2))}\n`);
}
