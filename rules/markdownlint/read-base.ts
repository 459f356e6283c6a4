import { UserError } from '../../src/errors.js';
import { type Json, normalize, type Path } from '../../src/rule.js';
import { isCode, packageKey } from './config-names.js';
import { type Members, membersOf, parseJson, parserFor, parseWith, wrong } from './parse-config.js';
import { readCode } from './read-code.js';
import { asOptions, type Cli2Options, type Reading, readOptions } from './read-options.js';
import { sourceOf } from './source-of.js';

/** A file of any name, as `--config` and `--configPointer` of markdownlint-cli2 take it. */
export interface Named {
  readonly configFile?: Path;
  /** A JSON pointer to the settings in it. */
  readonly configPointer?: string;
}

/**
 * What holds for all of the workspace and yields to everything else: the named file, else the key of package.json.
 * Throws UserError with a place.
 */
export async function readBase(
  { configFile, configPointer }: Named,
  reading: Reading,
): Promise<Cli2Options | 'barred' | undefined> {
  if (configFile === undefined) return readPackage(reading);
  const path = normalize(configFile);
  if (path === undefined || reading.workspace.has(path) !== 'file') {
    const message = '`configFile` names this file, and there is none in the workspace. Correct the path.';
    throw new UserError(message, { path: configFile });
  }
  const source = sourceOf(path, reading.workspace);
  if (!isCode(path)) {
    const value = pointedAt(parseWith(parserFor(path), source), configPointer);
    if (value) return readOptions({ value: asOptions(value) }, source, reading);
    throw wrong(source, `There are no settings${configPointer ? ` at \`${configPointer}\`` : ''}.`, 0);
  }
  if (!reading.mayRunCode) return 'barred';
  const { value, self } = await readCode(path, source, reading.workspace);
  return readOptions({ value: asOptions(value as Members), self }, source, reading);
}

async function readPackage(reading: Reading): Promise<Cli2Options | undefined> {
  const text = reading.workspace.read('package.json');
  if (!text?.includes(`"${packageKey}"`)) return undefined;
  const source = { path: 'package.json', text };
  const value = membersOf(parseWith(parseJson, source)?.[packageKey]);
  return value && readOptions({ value: asOptions(value) }, source, reading);
}

function pointedAt(value: Members | undefined, pointer = ''): Members | undefined {
  let at: Json | undefined = value as Json | undefined;
  for (const part of pointer.split('/').slice(1)) {
    at = membersOf(at)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return membersOf(at);
}
