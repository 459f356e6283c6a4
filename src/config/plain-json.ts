import type { Json } from '../model.js';
import { pointer as pointerOf } from './pointer.js';
import { subject } from './words.js';

const deepest = 100;

/**
 * A copy of a value that is nothing but JSON. `fail` makes the error that is thrown where a value is none:
 * functions, dates, class instances, what contains itself. A member that is undefined is left out.
 */
export function plainJson(value: unknown, fail: (pointer: string, message: string) => Error): Json {
  const copy = (one: unknown, pointer: string, depth: number): Json => {
    if (one === null || typeof one === 'string' || typeof one === 'boolean') return one;
    if (typeof one === 'number' && Number.isFinite(one)) return one;
    if (depth > deepest) {
      throw fail('', `It is nested more than ${deepest} levels deep, or contains itself. Use plain data.`);
    }
    if (Array.isArray(one))
      return one.map((item, index) => copy(item, pointer + pointerOf(index), depth + 1));
    if (typeof one === 'object' && isPlain(one)) {
      const entries = Object.entries(one).filter(([, member]) => member !== undefined);
      return Object.fromEntries(
        entries.map(([key, member]) => [key, copy(member, pointer + pointerOf(key), depth + 1)]),
      );
    }
    throw fail(pointer, `${subject(pointer)} cannot be ${kindOf(one)}. Use plain data.`);
  };
  return copy(value, '', 0);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kindOf(value: unknown): string {
  if (typeof value === 'object') return `an instance of \`${value?.constructor?.name ?? 'a class'}\``;
  if (typeof value === 'number') return `\`${value}\``;
  return value === undefined ? 'undefined' : `a ${typeof value}`;
}
