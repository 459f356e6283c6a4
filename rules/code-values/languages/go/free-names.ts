import { type Expression, givesNoString } from './expression.js';
import type { GoFile } from './read.js';

/** Whether a Go file uses types or constants that it does not declare itself and does not import. */
export function hasFreeNames({ types, constants }: GoFile): boolean {
  const own = new Set([...types, ...constants].map(({ name }) => name));
  const isFree = (name: string | undefined) =>
    name !== undefined && !own.has(name) && !name.includes('.') && name !== 'string' && !givesNoString(name);
  const inExpression = (of: Expression): boolean => {
    if (of === null || typeof of !== 'object' || 'rune' in of) return false;
    if ('name' in of) return isFree(of.name);
    return 'sum' in of ? of.sum.some(inExpression) : isFree(of.to) || inExpression(of.of);
  };
  return (
    types.some(({ of, alias }) => alias === true && isFree(of)) ||
    constants.some(({ type, expression }) => isFree(type) || inExpression(expression))
  );
}
