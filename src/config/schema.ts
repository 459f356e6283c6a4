import type { Rule } from '../rule.js';
import { pointer } from './pointer.js';
import { presets } from './presets.js';

/** A JSON Schema, draft-07. */
export type Schema = { readonly [key: string]: unknown };

export const severities = ['off', 'warn', 'error'] as const;

const text = { type: 'string', minLength: 1 };
/** Whatever passes is matched in a time that a person does not notice, on any path. */
const glob = {
  ...text,
  maxLength: 1000,
  pattern: '^(?![\\s\\S]*[@!+*?]\\()(?!(?:[\\s\\S]*\\*\\*){6})(?![\\s\\S]*(?:\\*[^*/]+){3}\\*)',
  patternErrorMessage:
    'A pattern has at most three `*` between two slashes, at most five `**`, and `{a,b}` in place of `@(a|b)`.',
};
const globs = { type: 'array', items: glob };
const webAddress = {
  type: 'string',
  pattern: '^https?://[^/\\s]+',
  patternErrorMessage: 'It must start with `https://` or `http://` and a host name.',
};
const severity = { enum: [...severities] };

/**
 * The schema of a config that may name these rules and generators. Each rule takes a severity, or a severity
 * with options of the rule's own schema. What `isNamed` is false for is let through: to compile the options of
 * every rule takes longer than to check a small tree.
 */
export function configSchema(
  rules: ReadonlyMap<string, Rule>,
  generators: readonly string[],
  isNamed: (id: string) => boolean = () => true,
): Schema {
  const generator = { enum: [...generators] };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'docs-lint',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'Where editors find the schema of this file.' },
      extends: {
        description:
          'Configs to start from: built-in presets, paths or packages. Later ones win, this file last.',
        anyOf: [extended, { type: 'array', items: extended }],
      },
      docs: {
        description: 'Directories of documentation, relative to this file.',
        type: 'array',
        items: text,
        minItems: 1,
        uniqueItems: true,
      },
      include: { ...globs, description: 'Which files below the docs roots are pages.', minItems: 1 },
      exclude: { ...globs, description: 'Which of them are not. Files that git ignores never are.' },
      site: {
        description: 'How the documentation is published.',
        type: 'object',
        additionalProperties: false,
        properties: {
          generator: {
            description: 'What renders the pages; it decides how links and heading ids behave.',
            anyOf: [generator, { type: 'array', items: generator, minItems: 1, uniqueItems: true }],
          },
          url: {
            ...webAddress,
            description: 'Where the site is. Links to it are checked against the docs root.',
          },
          repository: {
            ...webAddress,
            description: 'Where the repository is. Links to its files are checked against the workspace.',
          },
        },
      },
      rules: { $ref: '#/definitions/rules', description: 'The severity and the options of each rule.' },
      overrides: {
        description: 'Rules for some of the pages. Later entries win.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files', 'rules'],
          properties: {
            files: { ...globs, description: 'Which pages, by patterns relative to this file.', minItems: 1 },
            rules: { $ref: '#/definitions/rules', description: 'What is different for them.' },
          },
        },
      },
      plugins: {
        description: 'Modules with more rules: paths relative to this file, or packages.',
        type: 'array',
        items: text,
        uniqueItems: true,
      },
    },
    definitions: {
      rules: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          [...rules].map(([id, rule]) => [id, isNamed(id) ? ruleSchema(id, rule) : {}]),
        ),
      },
    },
  };
}

const extended = { anyOf: [{ enum: [...presets.keys()] }, text] };

function ruleSchema(id: string, rule: Rule): Schema {
  const place = `#/definitions/rules/properties${pointer(id)}/anyOf/1/items/1`;
  const options = { additionalProperties: false, ...(rebased(rule.options ?? noOptions, place) as Schema) };
  return {
    description: rule.summary,
    anyOf: [severity, { type: 'array', items: [severity, options], minItems: 1, maxItems: 2 }],
  };
}

const noOptions = { type: 'object', properties: {} };

/** The schema with its references to itself made to point to where it now stands. */
function rebased(schema: unknown, place: string): unknown {
  if (Array.isArray(schema)) return schema.map((item) => rebased(item, place));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' && value.startsWith('#')
        ? place + value.slice(1)
        : rebased(value, place),
    ]),
  );
}
