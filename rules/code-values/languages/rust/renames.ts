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
const none: Expression = { none: true };

/** The libraries that name the variants of an enum, by its attributes and those of its variants. */
export function renamesOf(
  container: readonly Meta[],
  variants: readonly (readonly Meta[])[],
): ReadonlyMap<string, Rename> {
  const derives = insideOf(container, 'derive').map(({ path }) => path);
  const derived = (...names: readonly string[]) =>
    derives.some((path) => names.includes(path.slice(path.lastIndexOf(':') + 1)));
  const has = (name: string) =>
    [container, ...variants].some((metas) => metas.some(({ path }) => path === name));
  const found = new Map<string, Rename>();
  if (derived('Serialize', 'Deserialize') || has('serde'))
    found.set('serde', serde(insideOf(container, 'serde')));
  const isStrum = derives.some((path) => path.startsWith('strum') || strumDerives.has(path));
  if (isStrum || has('strum')) found.set('strum', strum(insideOf(container, 'strum')));
  if (derived('ValueEnum', 'ArgEnum')) found.set('clap', clap(insideOf(container, 'value', 'clap')));
  return found;
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
    if (inner.some(({ path }) => ['skip', 'skip_serializing', 'untagged'].includes(path))) return none;
    if (odd) return { unread: `\`serde(${odd.path})\` gives the enum another form` };
    return valueOfMeta(inner, 'rename') ?? spelt(rule, name, serdeCase);
  };
}

function strum(own: readonly Meta[]): Rename {
  const rule = valueOfMeta(own, 'serialize_all');
  const [prefix = '', suffix = ''] = [valueOfMeta(own, 'prefix'), valueOfMeta(own, 'suffix')];
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

function clap(own: readonly Meta[]): Rename {
  const rule = valueOfMeta(own, 'rename_all') ?? 'kebab-case';
  return (name, variant) => {
    const inner = insideOf(variant, 'value', 'clap');
    if (inner.some(({ path }) => path === 'skip')) return none;
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
