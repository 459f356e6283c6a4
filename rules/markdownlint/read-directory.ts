import type { Path, Workspace } from '../../src/rule.js';
import { configNames, firstOf, isCode, optionsNames } from './config-names.js';
import { extendConfig } from './extend-config.js';
import { type Members, parseConfig, parserFor, parseWith } from './parse-config.js';
import { asData, readCode } from './read-code.js';
import { type Cli2Options, type Reading, readOptions } from './read-options.js';
import { sourceOf } from './source-of.js';

/** What one directory sets, for itself and what is below it. `barred` is code that may not be run. */
export interface Directory {
  readonly options?: Cli2Options | 'barred';
  readonly config?: Members | 'barred';
}

/** Throws UserError with a place for a file that is wrong. */
export async function readDirectory(directory: Path, reading: Reading): Promise<Directory> {
  const options = await readFirst(optionsNames, directory, reading, optionsOf);
  const config = await readFirst(configNames, directory, reading, configOf);
  return { ...(options ? { options } : {}), ...(config ? { config } : {}) };
}

async function readFirst<T>(
  names: readonly string[],
  directory: Path,
  reading: Reading,
  read: (path: Path, reading: Reading) => Promise<T | undefined>,
): Promise<T | 'barred' | undefined> {
  const path = firstOf(names, directory, reading.workspace);
  if (path === undefined) return undefined;
  if (isCode(path) && !reading.mayRunCode) {
    tellBarred(path, reading.workspace);
    return 'barred';
  }
  return read(path, reading);
}

async function optionsOf(path: Path, reading: Reading): Promise<Cli2Options | undefined> {
  const source = sourceOf(path, reading.workspace);
  if (isCode(path)) return readOptions(await readCode(path, source, reading.workspace), source, reading);
  const value = parseWith(parserFor(path), source);
  return value && readOptions({ value }, source, reading);
}

async function configOf(path: Path, { workspace }: Reading): Promise<Members> {
  const source = sourceOf(path, workspace);
  if (!isCode(path)) return extendConfig(parseConfig(source), source, workspace);
  return asData((await readCode(path, source, workspace)).value, source) as Members;
}

function tellBarred(path: Path, workspace: Workspace): void {
  workspace.note(
    `\`${path}\` is code, which docs-lint runs only where \`javascript\` is on in the options of its rule \`markdownlint\`. The pages that it is for are not checked by that rule. Allow it there, or write the file as YAML or JSON.`,
  );
}
