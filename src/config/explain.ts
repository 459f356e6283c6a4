import type { ErrorObject } from 'ajv';
import { nearest } from '../nearest.js';
import { pointer as pointerOf } from './pointer.js';
import { code, codes, kindOf, ruleOf, subject } from './words.js';
import { wrongValue } from './wrong-value.js';

interface Explained {
  readonly pointer: string;
  readonly what: 'key' | 'value';
  readonly message: string;
}

/** What other linters call these. */
const keyAliases: Readonly<Record<string, string>> = {
  ignore: 'exclude',
  ignores: 'exclude',
  ignorePatterns: 'exclude',
  files: 'include',
  config: 'rules',
};
const comparisons: Readonly<Record<string, string>> = {
  '>=': 'at least',
  '<=': 'at most',
  '>': 'more than',
  '<': 'less than',
};

/** A validation error in people's words: what is wrong, what is allowed there, the nearest right spelling. */
export function explain(error: ErrorObject): Explained {
  const { instancePath: pointer, keyword, params, parentSchema } = error;
  const it = subject(pointer);
  const at = (message: string): Explained => ({ pointer, what: 'value', message });
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(pointer, params.additionalProperty, Object.keys(parentSchema?.properties ?? {}));
    case 'required':
      return at(`${it} has no ${code(params.missingProperty)}. Add it.`);
    case 'type':
    case 'enum':
    case 'const':
    case 'kind':
      return at(wrongValue(error));
    case 'minItems':
    case 'minLength':
    case 'minProperties':
      return at(
        params.limit === 1 ? `${it} must not be empty.` : `${it} needs at least ${params.limit} of them.`,
      );
    case 'maxItems':
    case 'maxLength':
    case 'maxProperties':
      return at(
        isRule(pointer)
          ? `${it} takes a severity and its options, and no more.`
          : `${it} takes at most ${params.limit}.`,
      );
    case 'pattern':
      return at(wrongText(it, error));
    case 'uniqueItems':
      return {
        ...at(`${it} has the same entry twice. Remove one.`),
        pointer: pointer + pointerOf(Math.max(params.i, params.j)),
      };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return at(
        `${it} must be ${comparisons[params.comparison]} ${params.limit}, not ${kindOf(error.data)}.`,
      );
    default:
      return at(`${it} is wrong: it ${error.message}.`);
  }
}

function unknownKey(pointer: string, key: string, allowed: readonly string[]): Explained {
  const alias = Object.hasOwn(keyAliases, key) ? keyAliases[key] : undefined;
  const near = nearest(key, allowed) ?? allowed.find((one) => one === alias);
  const hint = near === undefined ? '' : ` Did you mean ${code(near)}?`;
  const place = { pointer: pointer + pointerOf(key), what: 'key' } as const;
  const rule = ruleOf(pointer);
  if (rule === undefined && /^(?:\/overrides\/\d+)?\/rules$/.test(pointer)) {
    return { ...place, message: `There is no rule ${code(key)}.${hint} Rules: ${codes(allowed)}.` };
  }
  if (rule?.option?.length === 0) {
    const options = allowed.length === 0 ? 'It takes none.' : `Its options: ${codes(allowed)}.`;
    return { ...place, message: `${code(rule.id)} has no option ${code(key)}.${hint} ${options}` };
  }
  const where = pointer === '' ? '' : ` in ${subject(pointer).replace(/^Option/, 'option')}`;
  return { ...place, message: `Unknown key ${code(key)}${where}.${hint} Allowed: ${codes(allowed)}.` };
}

function wrongText(it: string, { data, params, parentSchema }: ErrorObject): string {
  const { patternErrorMessage } = parentSchema ?? {};
  if (typeof patternErrorMessage === 'string')
    return `${it} cannot be ${kindOf(data)}. ${patternErrorMessage}`;
  return params.pattern === '\\S'
    ? `${it} must not be empty.`
    : `${it} must match ${code(`/${params.pattern}/`)}, not ${kindOf(data)}.`;
}

function isRule(pointer: string): boolean {
  const rule = ruleOf(pointer);
  return rule !== undefined && rule.option === undefined;
}
