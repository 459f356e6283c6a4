import { code } from '../../../../src/rule.js';
import type { Expression } from '../shared/outline.js';
import { insideOf, type Meta, valueOfMeta } from './attributes.js';
import { clapCase, serdeCase, strumCase } from './cases.js';

/** What libraries call one variant, by the word of the option `value`; what one of them leaves out is `none`. */
export type Forms = Readonly<Record<string, Expression>>;

type Rename = (name: string, variant: readonly Meta[]) => Expression;

const strumDerives = new Set([
  'EnumString',
  'AsRefStr',
  'IntoStaticStr',
  'VariantNames',
  'EnumVariantNames',
  'VariantArray',
]);
/** Those that write names; what only reads them knows of no prefix. */
const written = ['Display', 'ToString', 'AsRefStr', 'IntoStaticStr', 'VariantNames', 'EnumVariantNames'];
const none: Expression = { none: true };

/** Derives of other libraries that put a form of their own in the place of serde's. */
const displayed = ['SerializeDisplay', 'DeserializeFromStr'];
const numbered = ['Serialize_repr', 'Deserialize_repr'];
/** Attributes whose entries say nothing about the name of a variant in data. */
const idle = new Set([
  'serde',
  'strum',
  'value',
  'clap',
  'command',
  'arg',
  'derive',
  'doc',
  'cfg',
  'repr',
  'error',
]);
const renames = new Set(['rename', 'rename_all', 'rename_items', 'name', 'string_value']);

/** The libraries that name the variants of an enum, by its attributes and those of its variants. */
export function renamesOf(
  container: readonly Meta[],
  variants: readonly (readonly Meta[])[],
): ReadonlyMap<string, Rename> {
  const derives = insideOf(container, 'derive').map(({ path }) => path);
  const derived = (...names: readonly string[]) =>
    derives.some((path) => names.includes(path.slice(path.lastIndexOf(':') + 1)));
  const metas = [container, ...variants].flat();
  const has = (name: string) => metas.some(({ path }) => path === name);
  const found = new Map<string, Rename>();
  if (derived(...numbered)) found.set('serde', () => asked('serde writes its number', '`value` or `name`'));
  else if (derived(...displayed))
    found.set('serde', () => asked('serde writes what `Display` makes of it', '`name`'));
  else if (derived('Serialize', 'Deserialize') || has('serde'))
    found.set('serde', serde(insideOf(container, 'serde')));
  const isStrum = derives.some((path) => path.startsWith('strum') || strumDerives.has(path));
  if (isStrum || has('strum'))
    found.set('strum', strum(insideOf(container, 'strum'), derived('EnumString') && !derived(...written)));
  if (derived('ValueEnum', 'ArgEnum'))
    found.set('clap', clap(insideOf(container, 'value', 'clap'), ['value', 'clap']));
  else if (derived('Subcommand'))
    found.set('clap', clap(insideOf(container, 'command', 'clap'), ['command', 'clap']));
  if (derives.some((path) => path === 'async_graphql::Enum' || path.endsWith('GraphQLEnum')))
    found.set('graphql', () => asked('GraphQL calls it otherwise', '`name`'));
  const other = metas.find(
    ({ path, inner }) => !idle.has(path) && inner.some((one) => renames.has(one.path)),
  );
  if (found.size === 0 && other)
    found.set('other', () =>
      asked(`its attribute ${code(other.path)} gives names that are not known here`, '`name`'),
    );
  return found;
}

/** A name that cannot be known, and what the option `value` may say instead. */
export function asked(why: string, words: string): Expression {
  return { unread: `${why}. Say by the option \`value\` which is meant: ${words}`, ask: true };
}

/** Where all libraries agree, that is the value; without any, the name is. */
export function valueOfForms(name: string, forms: Forms): Expression {
  const all = Object.entries(forms);
  const [first] = all;
  if (!first) return name;
  const odd = all.find(([, form]) => JSON.stringify(form) !== JSON.stringify(first[1]));
  if (!odd) return first[1];
  const said = [first, odd].map(([library, form]) =>
    typeof form === 'string' ? `${library} calls it ${code(form)}` : `${library} leaves it out`,
  );
  const words = all.map(([library]) => code(library)).join(', ');
  return {
    unread: `${said.join(', ')}. Say by the option \`value\` which is meant: ${words}, or \`name\``,
    ask: true,
  };
}

function serde(own: readonly Meta[]): Rename {
  const rule = valueOfMeta(own, 'rename_all');
  const odd = own.find(({ path }) => ['untagged', 'into', 'from', 'try_from', 'remote'].includes(path));
  return (name, variant) => {
    const inner = insideOf(variant, 'serde');
    const says = (...names: readonly string[]) => inner.some(({ path }) => names.includes(path));
    const [isUnwritten, isUnread] = [says('skip_serializing'), says('skip_deserializing')];
    if (says('skip', 'untagged') || (isUnwritten && isUnread)) return none;
    if (isUnwritten || isUnread)
      return {
        unread: `serde ${isUnread ? 'writes it, and does not read it' : 'reads it, and does not write it'}`,
      };
    if (isTwofold(own, 'rename_all') || isTwofold(inner, 'rename'))
      return { unread: 'serde reads and writes it under two names' };
    if (odd) return { unread: `\`serde(${odd.path})\` gives the enum another form` };
    return valueOfMeta(inner, 'rename') ?? spelt(rule, name, serdeCase);
  };
}

/** Whether an entry tells apart what is written from what is read. */
function isTwofold(metas: readonly Meta[], name: string): boolean {
  const inner = metas.findLast(({ path }) => path === name)?.inner ?? [];
  const [first, second] = ['serialize', 'deserialize'].map(
    (side) => inner.find(({ path }) => path === side)?.value,
  );
  return first !== second;
}

function strum(own: readonly Meta[], isReadOnly: boolean): Rename {
  const rule = valueOfMeta(own, 'serialize_all');
  const [prefix = '', suffix = ''] = isReadOnly
    ? []
    : ['prefix', 'suffix'].map((end) => valueOfMeta(own, end));
  return (name, variant) => {
    const inner = insideOf(variant, 'strum');
    if (inner.some(({ path }) => path === 'disabled' || path === 'default')) return none;
    const given = inner.flatMap(({ path, value }) =>
      path === 'serialize' && value !== undefined ? value : [],
    );
    const longest = given.reduce<string | undefined>(
      (best, one) => (best === undefined || one.length > best.length ? one : best),
      undefined,
    );
    const base = valueOfMeta(inner, 'to_string') ?? longest ?? spelt(rule, name, strumCase);
    return typeof base === 'string' ? prefix + base + suffix : base;
  };
}

function clap(own: readonly Meta[], names: readonly string[]): Rename {
  const rule = valueOfMeta(own, 'rename_all') ?? 'kebab-case';
  return (name, variant) => {
    const inner = insideOf(variant, ...names);
    if (inner.some(({ path }) => path === 'skip' || path === 'external_subcommand')) return none;
    if (inner.some(({ path }) => path === 'flatten'))
      return { unread: 'the commands of another enum take its place' };
    return valueOfMeta(inner, 'name') ?? spelt(rule, name, clapCase);
  };
}

function spelt(
  rule: string | undefined,
  name: string,
  spell: (rule: string, name: string) => string | undefined,
): Expression {
  if (rule === undefined) return name;
  return spell(rule, name) ?? { unread: `how ${code(rule)} spells a name is not known` };
}
