import { UserError } from '../errors.js';
import { importModule } from './import-module.js';
import { plainJson } from './plain-json.js';
import type { ConfigHost, ParsedConfig } from './types.js';

/** Runs a JavaScript config: its default export is the config. Nothing in it has a place. */
export async function importConfig(
  file: Pick<ParsedConfig, 'path' | 'name' | 'text'>,
  host: ConfigHost,
): Promise<ParsedConfig> {
  const imported = await importModule(file.path, host);
  if ('fault' in imported) {
    const { fault, ...place } = imported;
    throw new UserError(`This config cannot be loaded. ${fault}`, { path: file.name, ...place });
  }
  if (imported.main === undefined) {
    throw new UserError('This config has no default export. Write `export default { … }`.', {
      path: file.name,
    });
  }
  const fail = (_: string, message: string): UserError => new UserError(message, { path: file.name });
  return { ...file, value: plainJson(imported.main, fail), locate: () => undefined };
}
