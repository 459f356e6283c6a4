import type { ErrorObject } from 'ajv';
import { nearest } from '../../../src/rule.js';
import { quoted } from '../quoted.js';

/** An error of ajv in words: what is wrong, what is allowed, what was likely meant. */
export function sayShape(error: ErrorObject, name: string): string {
  const { keyword, params } = error;
  const key: string | undefined = params.additionalProperty ?? params.unevaluatedProperty;
  if (key !== undefined) {
    const allowed = Object.keys(error.parentSchema?.properties ?? {});
    const advice = near(key, allowed) === undefined ? ' Remove it.' : '';
    return `${quoted(key)} is no key here.${sayAllowed(key, allowed)}${advice}`;
  }
  if (keyword === 'required') return `${name} has no ${quoted(params.missingProperty)}. Add it.`;
  if (keyword === 'type') return sayType(error, name);
  if (keyword === 'enum' || keyword === 'const') {
    const allowed: unknown[] = params.allowedValues ?? [params.allowedValue];
    return `${shown(error.data)} is not allowed here.${sayAllowed(error.data, allowed)}`;
  }
  if (keyword === 'uniqueItems' && Array.isArray(error.data)) {
    return `${shown(error.data[params.i])} stands twice in this list. Remove one.`;
  }
  if (keyword === 'minLength' && params.limit === 1) return `${name} is empty. Fill it.`;
  if (keyword === 'false schema') return `${name} is not allowed here. Remove it.`;
  if (keyword === 'anyOf' || keyword === 'oneOf') {
    return params.passingSchemas
      ? `${name} fits more than one of the shapes that the schema allows. Make it fit one alone.`
      : `${name} fits none of the shapes that the schema allows. Compare it with the schema.`;
  }
  return `${error.propertyName === undefined ? name : quoted(error.propertyName)} ${error.message}.`;
}

function sayType(error: ErrorObject, name: string): string {
  const types = [...new Set<string>([error.params.type].flat())];
  const wanted = types.map(withArticle).join(' or ');
  const sentence = `${name} must be ${wanted}, but is ${withArticle(typeOf(error.data))}.`;
  if (typeof error.data !== 'string' || !types.includes('array')) return sentence;
  const values: unknown = error.parentSchema?.items?.enum;
  const meant = Array.isArray(values) ? near(error.data, values) : undefined;
  return `${sentence} Write ${quoted(JSON.stringify([meant ?? error.data]))}.`;
}

function sayAllowed(written: unknown, allowed: readonly unknown[]): string {
  const [last, ...others] = allowed.slice(0, 20).map(shown).reverse();
  if (last === undefined) return '';
  const more = allowed.length > 20 ? ' and others' : '';
  const list = others.length > 0 ? `are ${others.reverse().join(', ')} and ${last}${more}` : `is ${last}`;
  const meant = near(written, allowed);
  return ` Allowed ${list}.${meant === undefined ? '' : ` Did you mean ${quoted(meant)}?`}`;
}

/** The value itself, or the one nearest to it. */
function near(written: unknown, allowed: readonly unknown[]): string | undefined {
  if (typeof written !== 'string') return undefined;
  const names = allowed.filter((value) => typeof value === 'string');
  return names.includes(written) ? written : nearest(written, names);
}

function shown(value: unknown): string {
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
}
