import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { publishedSchema } from '../src/session/config-schema.js';
import { readSections } from './harness/read-sections.js';

const top = fileURLToPath(new URL('../', import.meta.url));
const published = JSON.parse(readFileSync(join(top, 'config.schema.json'), 'utf8'));

/** As an editor would, and strictly: a keyword that nobody knows is an error. */
const ajv = new Ajv({
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  allErrors: true,
});
ajv.addVocabulary(['patternErrorMessage', 'allowTrailingCommas']);
const validate = ajv.compile(published);

function errorsOf(config: unknown): string[] {
  if (validate(config)) return [];
  return (validate.errors as ErrorObject[]).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function listed(directory: string): string[] {
  return readdirSync(join(top, directory), { recursive: true, encoding: 'utf8' })
    .filter((path) => !path.includes('node_modules'))
    .map((path) => join(directory, path));
}

function parsed(path: string, text: string): unknown {
  return /\.ya?ml$/.test(path) ? parseYaml(text) : parse(text);
}

/** Every config that is a file of its own. */
const files = [...listed('fixtures'), 'docs-lint.config.jsonc']
  .filter((path) => /docs-lint\.config\.(?:jsonc?|ya?ml)$/.test(path))
  .map((path): [string, unknown] => [path, parsed(path, readFileSync(join(top, path), 'utf8'))]);

/** Every config that a page shows: what has no key but those of a config. */
const keys = new Set(Object.keys(published.properties));
const shown = [...listed('docs'), 'README.md']
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => {
    const text = readFileSync(join(top, path), 'utf8');
    const blocks = [...text.matchAll(/^ *```jsonc?\n([\s\S]*?)^ *```$/gm)];
    return blocks.map(([, block = '']): [string, unknown] => {
      return [`${path}: ${block.trim().slice(0, 60).replace(/\s+/g, ' ')}`, parse(block)];
    });
  })
  .filter(([name]) => !name.includes('remark-'))
  .filter(([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value))
  .filter(([, value]) => Object.keys(value as object).every((key) => keys.has(key)));

/** Every config of a section of a rule's page, save those that the section is about. */
const tested = readdirSync(join(top, 'rules')).flatMap((rule) => {
  const readme = readFileSync(join(top, 'rules', rule, 'README.md'), 'utf8');
  return readSections(readme).flatMap(({ title, files: its, problems }) =>
    [...its]
      .filter(([path]) => basename(path).startsWith('docs-lint.config.json'))
      .filter(([path]) => !problems.some((line) => line.startsWith(`${path}:`)))
      .map(([path, text]): [string, unknown] => [`${rule}: ${title}`, parsed(path, text)]),
  );
});

describe('config.schema.json', () => {
  it('is what the rules make it, and JSON Schema draft-07', async () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(await publishedSchema())));
    expect(published.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(ajv.validateSchema(published)).toBe(true);
  });

  it('is there to be held against many configs', () => {
    expect(files.length).toBeGreaterThan(3);
    expect(shown.length).toBeGreaterThan(10);
    expect(tested.length).toBeGreaterThan(30);
  });

  it.each([...files, ...shown, ...tested])('takes %s', (_name, config) => {
    expect(errorsOf(config)).toEqual([]);
  });

  it('takes what stands in the key `docsLint` of a package.json', () => {
    const { docsLint } = parse(readFileSync(join(top, 'fixtures/monorepo/package.json'), 'utf8'));
    expect(errorsOf(docsLint)).toEqual([]);
  });

  it.each([
    ['a key', { doc: ['docs'] }],
    ['a rule', { rules: { 'broken-link': 'off' } }],
    ['a rule of an override', { overrides: [{ files: ['a'], rules: { 'broken-link': 'off' } }] }],
    ['a rule beside a preset', { extends: ['recommended'], rules: { 'broken-link': 'off' } }],
    ['an option', { rules: { 'no-emdash': ['error', { endsh: true }] } }],
    ['an option of a rule that has none', { rules: { 'broken-anchors': ['error', { strict: true }] } }],
    ['a key of `site`', { site: { genrator: 'github' } }],
    ['a severity', { rules: { 'no-emdash': 'warning' } }],
    ['a generator', { site: { generator: 'jekyl' } }],
    ['a third thing', { rules: { 'no-emdash': ['error', {}, {}] } }],
  ])('refuses %s that is none', (_what, config) => {
    expect(errorsOf(config)).not.toEqual([]);
  });

  it.each([
    ['of a plugin', { plugins: ['./rule.mjs'], rules: { 'no-todo': ['warn', { words: ['a'] }] } }],
    ['of an extended config', { extends: './base.json', rules: { 'no-todo': 'off' } }],
    ['of an extended package', { extends: ['recommended', 'our-docs'], rules: { 'no-todo': 'off' } }],
  ])('takes a rule %s', (_what, config) => {
    expect(errorsOf(config)).toEqual([]);
    expect(errorsOf({ ...config, rules: { 'no-todo': 'sometimes' } })).not.toEqual([]);
  });

  it('has a word for every key and every option', () => {
    expect(undescribed(published)).toEqual([]);
  });
});

/** The places of properties that an editor could say nothing about. */
function undescribed(schema: unknown, place = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => undescribed(item, `${place}/${index}`));
  if (typeof schema !== 'object' || schema === null) return [];
  const isRestriction = /\/(?:if|else)$/.test(place);
  if (isRestriction) return [];
  const own = Object.entries((schema as { properties?: object }).properties ?? {});
  const silent = own
    .filter(([, property]) => typeof property === 'object' && !('description' in property))
    .map(([key]) => `${place}/properties/${key}`);
  return [
    ...silent,
    ...Object.entries(schema).flatMap(([key, value]) => undescribed(value, `${place}/${key}`)),
  ];
}
