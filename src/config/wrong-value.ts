import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.js';
import { allowedValues } from './reduce-errors.js';
import { severities } from './schema.js';
import { code, type Described, either, kindOf, ruleOf, subject, wanted } from './words.js';

/** Severities as other tools write them. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['0', 'off'],
  ['1', 'warn'],
  ['2', 'error'],
  ['false', 'off'],
  ['true', 'error'],
  ['disable', 'off'],
  ['disabled', 'off'],
  ['none', 'off'],
  ['hint', 'warn'],
  ['info', 'warn'],
  ['warning', 'warn'],
  ['fatal', 'error'],
  ['on', 'error'],
]);

/** A value of the wrong type, or none of those that are allowed. */
export function wrongValue(error: ErrorObject): string {
  const { instancePath: pointer, data } = error;
  const schemas: readonly Described[] =
    error.keyword === 'type' ? [error.parentSchema] : (error.params.schemas ?? []);
  const kinds = schemas.map(wanted);
  const values = allowedValues(error).filter(
    (value) => typeof value !== 'string' || !kinds.includes(wanted({ type: 'string' })),
  );
  const texts = values.filter((value) => typeof value === 'string');
  const isSeverity = severities.every((severity) => texts.includes(severity));
  const rule = ruleOf(pointer);
  const it = isSeverity && rule && !rule.option ? `The severity of ${code(rule.id)}` : subject(pointer);
  const allowed = either([
    ...values.map((value) => (typeof value === 'string' ? code(value) : kindOf(value))),
    ...(isSeverity && kinds.length > 0 ? ['an array of a severity and options'] : kinds),
  ]);
  const near = nearestOf(data, texts, isSeverity);
  if (near !== undefined)
    return `${it} cannot be ${kindOf(data)}. Did you mean ${code(near)}? Allowed: ${allowed}.`;
  const inArray = typeof data === 'string' && kinds.includes('an array of strings');
  return `${it} must be ${allowed}, not ${kindOf(data)}.${inArray ? ` Write ${code(`[${JSON.stringify(data)}]`)}.` : ''}`;
}

function nearestOf(data: unknown, texts: readonly string[], isSeverity: boolean): string | undefined {
  if (typeof data === 'object' || texts.length === 0) return undefined;
  return nearest(String(data), texts) ?? (isSeverity ? aliases.get(String(data).toLowerCase()) : undefined);
}
