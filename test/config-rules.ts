import { loadConfig } from '../src/config/load.js';
import type { Config, ConfigHost } from '../src/config/types.js';
import { type Issue, UserError } from '../src/errors.js';
import type { OptionsSchema, Rule } from '../src/rule.js';

function rule(severity: Rule['severity'], options?: OptionsSchema): Rule {
  const base = {
    scope: 'file',
    summary: 'Made for a test.',
    severity,
    codes: { wrong: 'Mend it.' },
  } as const;
  return { ...base, ...(options && { options }), check: () => [] };
}

/** A few rules with every shape of options that configs are tested with. */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ['links', rule('error')],
  [
    'dashes',
    rule('warn', {
      type: 'object',
      properties: {
        endash: { type: 'boolean', default: false },
        allow: { type: 'array', items: { type: 'string' }, default: [] },
        mode: { enum: ['prose', 'code'], default: 'prose' },
        column: { anyOf: [{ type: 'string' }, { type: 'integer', minimum: 1 }] },
      },
    }),
  ],
  [
    'lists',
    rule('off', {
      type: 'object',
      properties: {
        lists: {
          type: 'array',
          items: {
            type: 'object',
            required: ['file'],
            additionalProperties: false,
            properties: { file: { type: 'string', minLength: 1 }, only: { $ref: '#/definitions/side' } },
          },
        },
      },
      definitions: { side: { enum: ['code', 'docs'] } },
    }),
  ],
]);

export const generators = ['github', 'docusaurus', 'mkdocs'];

/** A host whose files are in memory, in the directory `/w` unless their names are absolute. */
export function memory(files: Readonly<Record<string, string>>): Partial<ConfigHost> {
  const texts = new Map(
    Object.entries(files).map(([name, text]) => [name.startsWith('/') ? name : `/w/${name}`, text]),
  );
  return { readFile: (path) => texts.get(path), resolvePackage: () => undefined };
}

export function load(
  files: Readonly<Record<string, string>>,
  options: { cwd?: string; file?: string } = {},
): Promise<Config> {
  return loadConfig({ cwd: '/w', ...options, rules, generators, host: memory(files) });
}

/** The issues of a config that must not load. */
export async function issuesOf(loading: Promise<unknown>): Promise<readonly Issue[]> {
  const error = await loading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('The config was accepted.');
  return error.issues;
}

/** Each issue as `line:column message`. */
export async function complaints(loading: Promise<unknown>): Promise<string[]> {
  const issues = await issuesOf(loading);
  return issues.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}
