import { type Json, nameOf, type Path, parentOf, type Workspace } from '../../src/rule.js';
import { type CodeRef, importCode } from './import-code.js';
import { type Source, wrong } from './parse-config.js';

/** Settings that are code, run. Functions stay in them; `self` says where. */
export interface CodeSettings {
  readonly value: Readonly<Record<string, unknown>>;
  readonly self: CodeRef;
}

/** Runs a file of settings. Throws UserError where it cannot be run, or exports no object. */
export async function readCode(path: Path, source: Source, workspace: Workspace): Promise<CodeSettings> {
  const found = workspace.resolve(`./${nameOf(path)}`, parentOf(path));
  if (!found) throw wrong(source, 'This cannot be run: it is not on the disk.', 0);
  const self = { path: found.path };
  try {
    const value = await importCode(self);
    if (typeof value === 'object' && value !== null) return { value: { ...value }, self };
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw wrong(source, `This cannot be run: ${line.replace(/\.$/, '')}.`, 0);
  }
  throw wrong(source, 'This exports no settings. Export an object by default.', 0);
}

/** A value as data. Throws UserError where it holds anything else. */
export function asData(value: unknown, source: Source, depth = 0): Json {
  if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value as Json;
  if (typeof value !== 'object' || value instanceof RegExp || depth > 50) {
    const what =
      value instanceof RegExp
        ? 'a regular expression'
        : depth > 50
          ? 'something endless'
          : `a ${typeof value}`;
    throw wrong(
      source,
      `These settings hold ${what}, and docs-lint takes texts, numbers and lists of them alone.`,
      0,
    );
  }
  if (Array.isArray(value)) return value.map((one) => asData(one, source, depth + 1));
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(members.map(([key, one]) => [key, asData(one, source, depth + 1)]));
}
