import { nearest, type Path, type Project } from '../../src/rule.js';
import type { Declaration } from './declarations.js';
import type { Constant, Package } from './languages/index.js';
import { at, code } from './message.js';
import type { Selector } from './options.js';
import { hint } from './sections.js';

export type Constants =
  | {
      readonly constants: readonly Constant[];
      /** What the values are values of, for messages. */
      readonly of: string;
    }
  | { readonly missing: string };

/** The constants that a declaration means, of those that its files declare; `all` also holds what these lean on. */
export function selectConstants(
  project: Project,
  wanted: Declaration['wanted'],
  file: string,
  all: Package,
  files: readonly Path[],
): Constants {
  const paths = new Set(files);
  const own = all.constants.filter(({ path }) => paths.has(path));
  const selector = 'word' in wanted ? selectorOf(wanted.word, all, own) : wanted;
  if (!selector) {
    const word = 'word' in wanted ? wanted.word : '';
    const names = [...all.types, ...own].map(({ name }) => name);
    return {
      missing: `${file} declares no type or constant ${code(word)}.${hint(nearest(word, names), '')}`,
    };
  }
  const matching = own.filter(matcher(selector, all, own));
  const constants = matching.filter(({ value, unread }) => value !== undefined || unread !== undefined);
  if (constants.length > 0) return { constants, of: nameOf(selector, file) };
  return { missing: missing(project, selector, file, all, own, matching) };
}

/** What a word in a comment means: a type, else the block of a constant. */
function selectorOf(word: string, all: Package, own: readonly Constant[]): Selector | undefined {
  const type = all.typeNamed(word);
  if (all.types.some(({ name }) => name === word) || own.some((constant) => constant.type === type))
    return { type: word };
  return own.some(({ name }) => name === word) ? { block: word } : undefined;
}

function matcher({ type, prefix, block }: Selector, all: Package, own: readonly Constant[]) {
  const wantedType = type === undefined ? undefined : all.typeNamed(type);
  const groups = new Set(own.filter(({ name }) => name === block).map(({ group }) => group));
  return (constant: Constant): boolean =>
    (wantedType === undefined || constant.type === wantedType) &&
    (prefix === undefined || constant.name.startsWith(prefix)) &&
    (block === undefined || groups.has(constant.group));
}

function nameOf({ type, prefix, block }: Selector, file: string): string {
  if (type !== undefined) return code(type);
  if (prefix !== undefined) return code(`${prefix}*`);
  return block === undefined ? code(file) : `the block of ${code(block)}`;
}

function missing(
  project: Project,
  selector: Selector,
  file: string,
  all: Package,
  own: readonly Constant[],
  matching: readonly Constant[],
): string {
  const { type, prefix, block } = selector;
  const [first] = matching;
  if (first) {
    return `The constants of ${nameOf(selector, file)} are no strings, as ${code(first.name)} at ${at(project, first.path, first.span)}. Only string constants have values that docs can list.`;
  }
  if (type !== undefined && prefix === undefined) {
    const elsewhere = all.constants.find((constant) => constant.type === all.typeNamed(type));
    if (elsewhere)
      return `${file} declares no constant of ${code(type)}, but ${elsewhere.path} does. Name that file, or its directory.`;
    const types = [...all.types.map(({ name }) => name), ...own.flatMap((constant) => constant.type ?? [])];
    if (types.includes(type))
      return `${file} declares no constant of ${code(type)}. Name them by the option \`prefix\` or \`block\`; in a comment, by ${code(`${type}*`)} or by one constant.`;
    return `${file} declares no type ${code(type)} and no constant of it.${hint(nearest(type, types), '')}`;
  }
  const near = hint(
    nearest(
      block ?? prefix ?? '',
      own.map(({ name }) => name),
    ),
    '',
  );
  const which =
    block !== undefined ? ` ${code(block)}` : prefix !== undefined ? ` that begins with ${code(prefix)}` : '';
  const typed = type === undefined ? '' : ` of ${code(type)}`;
  return `${file} declares no constant${typed}${which}.${near}`;
}
