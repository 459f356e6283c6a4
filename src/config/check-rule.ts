import { kindOf } from './words.js';

const scopes = ['file', 'project', 'run'];
const severities = ['off', 'warn', 'error'];

/** What a value lacks to be a rule; empty when it is one. */
export function checkRule(value: unknown): string[] {
  if (!isObject(value)) return [`it is ${kindOf(value)}, and a rule is an object`];
  const { scope, summary, severity, codes, options, check } = value;
  const wrong: string[] = [];
  const need = (isRight: boolean, message: string): void => {
    if (!isRight) wrong.push(message);
  };
  need(scopes.includes(scope as string), '`scope` must be `file`, `project` or `run`');
  need(isText(summary), '`summary` must be a line of text');
  need(severities.includes(severity as string), '`severity` must be `off`, `warn` or `error`');
  need(
    isObject(codes) && Object.keys(codes).length > 0 && Object.values(codes).every(isCode),
    '`codes` must hold a line of text for each of its codes',
  );
  need(typeof check === 'function', '`check` must be a function');
  for (const name of [
    'extract',
    'sources',
    'load',
    'configure',
    'prepare',
    'enabledBy',
    'mayBeCode',
    'sees',
    'propose',
  ]) {
    need(['undefined', 'function'].includes(typeof value[name]), `\`${name}\` must be a function`);
  }
  const isSchema = isObject(options) && options.type === 'object' && isObject(options.properties);
  need(
    options === undefined || isSchema,
    '`options` must be a JSON Schema of type `object` with `properties`',
  );
  return wrong;
}

function isCode(value: unknown): boolean {
  if (!isObject(value)) return isText(value);
  const { summary, severity } = value;
  return isText(summary) && (severity === undefined || severities.includes(severity as string));
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
