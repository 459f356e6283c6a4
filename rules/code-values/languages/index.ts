import { isWithin, normalize, type Path } from '../../../src/rule.js';
import type { Options, Selector } from '../options.js';
import { c } from './c.js';
import { go } from './go.js';
import { graphql } from './graphql.js';
import { java } from './java.js';
import { json } from './json.js';
import { kotlin } from './kotlin.js';
import type { Language } from './language.js';
import { patternLanguage } from './pattern.js';
import { protobuf } from './protobuf.js';
import { python } from './python.js';
import { rust } from './rust.js';
import { sql } from './sql.js';
import { toml } from './toml.js';
import { typescript } from './typescript.js';
import { yaml } from './yaml.js';

/** Every language, in the order in which a directory is searched for them. */
export const languages: readonly Language[] = [
  go,
  typescript,
  python,
  rust,
  java,
  kotlin,
  c,
  protobuf,
  sql,
  graphql,
  json,
  yaml,
  toml,
];

export type { Constant, Constants, Language, Package } from './language.js';

/** The language that the name of a file tells. */
export function languageOf(path: Path): Language | undefined {
  return languages.find((language) => isNamedAs(path, language));
}

export function isNamedAs(path: string, { extensions }: Language): boolean {
  const name = path.toLowerCase();
  return extensions.some((extension) => name.endsWith(extension));
}

/** The language that a declaration names itself. */
export function chosenLanguage(wanted: Selector | { readonly word: string }): Language | undefined {
  if ('word' in wanted) return undefined;
  if (wanted.pattern !== undefined) return patternLanguage(wanted.pattern, wanted);
  return languages.find(({ id }) => id === wanted.language);
}

/** Every language as which a file may have to be read. */
export function languagesFor(path: Path, { lists }: Options): readonly Language[] {
  const found = new Map<string, Language>();
  const own = languageOf(path);
  if (own) found.set(own.id, own);
  for (const { code } of lists) {
    const chosen = chosenLanguage(code);
    if (chosen && mayMean(code.file, path)) found.set(chosen.id, chosen);
  }
  return [...found.values()];
}

/** Whether a path of the options may mean a file; of a glob, only its beginning tells. */
function mayMean(wanted: string, path: Path): boolean {
  const file = normalize(wanted) ?? wanted;
  const star = file.search(/[*?]/);
  return star < 0 ? isWithin(file, path) : path.startsWith(file.slice(0, star));
}
