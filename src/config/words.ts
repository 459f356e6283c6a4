import { segments } from './pointer.js';

/** Text as a message shows it. */
export function code(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return `\`${short.replaceAll('`', "'").replace(/\s+/g, ' ')}\``;
}

export function codes(texts: Iterable<string>): string {
  return [...texts].map(code).join(', ');
}

/** `a, b or c` */
export function either(texts: readonly string[]): string {
  const unique = [...new Set(texts)];
  const last = unique.pop() ?? '';
  return unique.length === 0 ? last : `${unique.join(', ')} or ${last}`;
}

/** The place of a rule in a pointer: its id, and the pointer into its options where it leads there. */
export function ruleOf(
  pointer: string,
): { readonly id: string; readonly option?: readonly string[] } | undefined {
  const keys = segments(pointer);
  const [id, index, ...option] =
    keys[0] === 'overrides' && keys[2] === 'rules' ? keys.slice(3) : keys.slice(1);
  if (id === undefined || (keys[0] !== 'rules' && keys[2] !== 'rules')) return undefined;
  return index === '1' ? { id, option } : { id };
}

/** What a message calls the value at a pointer. */
export function subject(pointer: string): string {
  const rule = ruleOf(pointer);
  if (rule?.option?.length === 0) return `The options of ${code(rule.id)}`;
  if (rule?.option) return `Option ${code(dotted(rule.option))} of ${code(rule.id)}`;
  return pointer === '' ? 'A config' : code(dotted(segments(pointer)));
}

function dotted(keys: readonly string[]): string {
  return keys.reduce(
    (path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
    '',
  );
}

/** What a value is, as in `must be a, not b`. */
export function kindOf(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'function') return 'a function';
  return code(JSON.stringify(value) ?? String(value));
}

export interface Described {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Described | Described[];
}

const names: Readonly<Record<string, readonly [one: string, many: string]>> = {
  array: ['an array', 'arrays'],
  boolean: ['`true` or `false`', 'booleans'],
  integer: ['a whole number', 'whole numbers'],
  null: ['`null`', '`null`'],
  number: ['a number', 'numbers'],
  object: ['an object', 'objects'],
  string: ['a string', 'strings'],
};

/** What a schema takes, by its type. */
export function wanted({ type, items }: Described): string {
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const ofItems = !items || Array.isArray(items) ? undefined : itemsName(items);
  return either(
    types.map((one) => (one === 'array' && ofItems ? `an array of ${ofItems}` : (names[one]?.[0] ?? one))),
  );
}

function itemsName(items: Described): string | undefined {
  if (items.enum) return 'them';
  return typeof items.type === 'string' ? names[items.type]?.[1] : undefined;
}
