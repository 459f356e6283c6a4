import type { Path } from '../../../src/rule.js';
import { type Constant, languageOf } from '../languages/index.js';
import type { Selector } from '../options.js';

/** A set that a source declares, and how a config names it. */
export interface CodeSet {
  readonly code: Selector & { readonly file: Path };
  readonly of: string;
  readonly constants: readonly Constant[];
  readonly values: ReadonlySet<string>;
}

/** Sets beyond which a source is a table of data. */
const most = 300;

/** Every set of a source that can be read whole, by the values and, where these are numbers, by the names of its members. */
export function codeSets(path: Path, text: string): readonly CodeSet[] {
  const language = languageOf(path);
  if (!language) return [];
  const source = language.link([{ path, file: language.read(text, path), named: true }]);
  const names = [...new Set(source.names?.() ?? [])].slice(0, most);
  return names.flatMap((name) => {
    for (const wanted of [{ name }, { name, value: 'name' as const }]) {
      const found = source.find({ wanted, file: path, files: [path], at: () => path });
      if ('missing' in found) continue;
      const { constants, of } = found;
      const values = new Set(constants.flatMap(({ value }) => value ?? []));
      if (constants.some(({ unread }) => unread !== undefined)) return [];
      return [{ code: { file: path, ...wanted }, of, constants, values }];
    }
    return [];
  });
}
