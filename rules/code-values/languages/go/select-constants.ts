import { code, nearest } from '../../../../src/rule.js';
import type { Selector } from '../../options.js';
import { hint } from '../../sections.js';
import type { Constants, Query } from '../language.js';
import type { Declarations, Linked } from './link.js';

/** The constants that a query means, of those that its files declare; `all` also holds what these lean on. */
export function selectConstants(all: Declarations, query: Query): Constants {
  const { wanted, file, files } = query;
  const paths = new Set(files);
  const own = all.constants.filter(({ path }) => paths.has(path));
  const word = 'word' in wanted ? wanted.word : wanted.name;
  const options: Selector = 'word' in wanted ? {} : wanted;
  const selector = word === undefined ? options : selectorOf(word, all, own, options);
  if (!selector) {
    const names = [...all.types, ...own].map(({ name }) => name);
    const near = hint(nearest(word ?? '', names), '');
    return { missing: `${file} declares no type or constant ${code(word ?? '')}.${near}` };
  }
  const matching = own.filter(matcher(selector, all, own)).map(reading(options));
  const constants = matching.filter(({ value, unread }) => value !== undefined || unread !== undefined);
  if (constants.length > 0) return { constants, of: nameOf(selector, file) };
  return { missing: missing(query, selector, all, own, matching) };
}

/** By the options `value` and `stripPrefix`. */
function reading({ value: form, stripPrefix = '' }: Selector): (constant: Linked) => Linked {
  return (constant) => {
    const { unread: _, ...read } = constant;
    const { value, ...rest } = form === 'name' ? { ...read, value: constant.name } : constant;
    if (value === undefined) return rest;
    return { ...rest, value: value.startsWith(stripPrefix) ? value.slice(stripPrefix.length) : value };
  };
}

/** What a word in a comment means: a type, else the block of a constant. */
function selectorOf(
  word: string,
  all: Declarations,
  own: readonly Linked[],
  { prefix }: Selector,
): Selector | undefined {
  const more = prefix === undefined ? {} : { prefix };
  const type = all.typeNamed(word);
  if (all.types.some(({ name }) => name === word) || own.some((constant) => constant.type === type))
    return { type: word, ...more };
  return own.some(({ name }) => name === word) ? { block: word, ...more } : undefined;
}

function matcher({ type, prefix, block }: Selector, all: Declarations, own: readonly Linked[]) {
  const wantedType = type === undefined ? undefined : all.typeNamed(type);
  const groups = new Set(own.filter(({ name }) => name === block).map(({ group }) => group));
  return (constant: Linked): boolean =>
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
  { file, at }: Query,
  selector: Selector,
  all: Declarations,
  own: readonly Linked[],
  matching: readonly Linked[],
): string {
  const { type, prefix, block } = selector;
  const [first] = matching;
  if (first) {
    return `The constants of ${nameOf(selector, file)} are no strings, as ${code(first.name)} at ${at(first.path, first.span)}. Only string constants have values that docs can list.`;
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
