import { code, type Path, type Span } from '../../../../src/rule.js';
import type { Selector } from '../../options.js';
import type { Constant, Constants, Query } from '../language.js';
import { type Item, textOf, type Value } from './value.js';

/** A member of a set or a constant, with the file that declares it. */
export interface Candidate extends Item {
  readonly path: Path;
}

/** Which reading of each candidate is its value, by the options `value`, `field` and `stripPrefix`. */
export function chooseValues(candidates: readonly Candidate[], of: string, query: Query): Constants {
  const options: Selector = 'word' in query.wanted ? {} : query.wanted;
  const read = candidates
    .map((one) => ({ one, value: reading(one, options) }))
    .filter(({ value }) => !('none' in value));
  const [first] = read;
  if (!first) return { missing: `${of} holds no values.` };
  const isNamed =
    options.value === undefined &&
    options.field === undefined &&
    read.every(({ one }) => one.name !== undefined);
  const asked = read.find(({ value }) => 'ask' in value);
  const example = asked ?? first;
  const place = `${code(nameOf(example.one))} at ${query.at(example.one.path, example.one.span)}`;
  if (asked && 'unread' in asked.value)
    return { missing: `${of} has several readings, as ${place}: ${asked.value.unread}.` };
  const isNumeric = read.some(({ value }) => 'number' in value) && !read.some(({ value }) => 'text' in value);
  if (isNamed && isNumeric) {
    return {
      missing: `The values of ${of} are numbers, as ${place}. Say by the option \`value\` what the docs list: \`name\` or \`value\`.`,
    };
  }
  if (read.every(({ value }) => textOf(value) === undefined)) {
    const isPart = options.field === undefined && 'items' in example.value;
    const names = isNamed ? ' To list their names, say `"value": "name"`.' : '';
    const way = isPart ? ' Say by the option `field` which part of each is meant.' : names;
    return { missing: `No value of ${of} can be read, as ${place}: ${whyNot(example.value)}.${way}` };
  }
  return { constants: read.map(({ one, value }) => constantOf(one, value, options)), of };
}

function reading(one: Candidate, { value: form, field }: Selector): Value {
  const value = form === undefined ? one.value : formOf(one, form);
  const wanted = form === 'argument' ? (field ?? 1) : field;
  return wanted === undefined ? value : partOf(value, wanted);
}

function formOf(one: Candidate, form: string): Value {
  const other = one.form(form);
  if (other) return other;
  if (form === 'value') return one.value;
  if (form === 'name' && one.name !== undefined) return { text: one.name };
  return {
    unread: form === 'name' ? 'it has no name' : `it has no ${form === 'argument' ? 'argument' : code(form)}`,
  };
}

/** A part by its name, or by its number from 1. */
function partOf(value: Value, part: string | number): Value {
  if ('unread' in value) return value;
  if (!('items' in value)) return { unread: `it has no field ${code(String(part))}` };
  const item =
    typeof part === 'number' ? value.items[part - 1] : value.items.find(({ name }) => name === part);
  return (
    item?.value ?? {
      unread: `it has no ${typeof part === 'number' ? `part ${part}` : `field ${code(part)}`}`,
    }
  );
}

function constantOf(one: Candidate, value: Value, { stripPrefix }: Selector): Constant {
  const text = textOf(value);
  const base = { name: nameOf(one), path: one.path, span: one.span };
  if (text === undefined) return { ...base, unread: whyNot(value) };
  return {
    ...base,
    value: stripPrefix !== undefined && text.startsWith(stripPrefix) ? text.slice(stripPrefix.length) : text,
  };
}

function nameOf({
  name,
  value,
  label,
}: {
  readonly name?: string;
  readonly value: Value;
  readonly label?: string;
  readonly span: Span;
}): string {
  return name ?? textOf(value) ?? label ?? 'a member';
}

export function whyNot(value: Value): string {
  if ('unread' in value) return value.unread;
  return 'other' in value ? `it is ${value.other}` : 'it is a set of its own';
}
