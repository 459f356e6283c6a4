import { basename, extname } from 'node:path';
import { UserError } from '../errors.js';
import { parseJson } from './parse-json.js';
import type { ParsedConfig } from './types.js';

/**
 * Reads the text of a config by the extension of its path. Throws a UserError with every syntax error.
 * `name` is how messages call the file; the JavaScript formats are not text to parse: see `importConfig`.
 */
export async function parseConfig(text: string, path: string, name: string = path): Promise<ParsedConfig> {
  const file = { path, name, text: text.startsWith('\uFEFF') ? text.slice(1) : text };
  if (basename(path) === 'package.json') return parseJson(file, 'docsLint');
  const extension = extname(path).toLowerCase();
  if (extension === '.json' || extension === '.jsonc') return parseJson(file);
  if (extension === '.yaml' || extension === '.yml') {
    const { parseYaml } = await import('./parse-yaml.js');
    return parseYaml(file);
  }
  throw new UserError(
    `A config cannot be ${extension === '' ? 'a file without an extension' : `a \`${extension}\` file`}. Use .jsonc, .json, .yaml, .yml, .js or .mjs.`,
    { path: name },
  );
}
