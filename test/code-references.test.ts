import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import rule from '../rules/code-references/index.js';
import { loadParser } from '../src/markdown/parse.js';
import { parsedPage } from '../src/markdown/parsed-page.js';
import type { Document, Fix, Problem } from '../src/model.js';
import { apply } from './harness/mend-values.js';
import { lintTree } from './harness/run-tree.js';

const parser = await loadParser();

const kinds = {
  env: { sources: 'src', prefix: 'APP_', declared: {} },
  flag: { sources: 'src', programs: 'app', alone: '**' },
  header: { sources: 'src', prefix: 'X-App-', declared: {} },
  route: { sources: 'src', prefix: '/api/v1', hosts: ['*.example.com', '$URL'], declared: {} },
  metric: { sources: 'src', prefix: 'app_', declared: {} },
  key: { sources: ['src', 'a.yaml', 'a.json', 'a.toml'], prefix: 'app', declared: {} },
  word: {
    sources: 'src',
    pattern: 'w:([a-z]+)',
    declared: { pattern: '(\\w+)=', case: 'upper' as const, as: 'A_*' },
  },
};

function extract(document: Document): unknown {
  if (rule.scope !== 'project' || !rule.extract) throw new Error('the rule extracts nothing');
  return rule.extract(document, { kinds });
}

function page(text: string): Document {
  return parsedPage({ path: 'docs/a.md', text, syntax: 'md' }, parser.read(text, 'md'));
}

async function problemsOf(
  text: string,
  source: string,
  options: object,
  config?: string,
): Promise<readonly Problem[]> {
  const files = new Map([
    [
      'docs-lint.config.json',
      config ?? JSON.stringify({ rules: { 'code-references': ['error', { kinds: options }] } }),
    ],
    ['docs/a.md', text],
    ['src/a.go', source],
  ]);
  return (await lintTree(files, 'code-references')).problems;
}

/** The page after every fix of those wanted. */
async function mended(
  text: string,
  source: string,
  options: object,
  wanted: (fix: Fix) => boolean,
): Promise<string> {
  const fixes = (await problemsOf(text, source, options)).flatMap(({ fix }) =>
    fix && wanted(fix) ? [fix] : [],
  );
  return apply(text, { safe: true, description: '', edits: fixes.flatMap(({ edits }) => edits) });
}

describe('a name is corrected', () => {
  const any = () => true;
  const safe = ({ safe }: Fix) => safe;
  const sources = 'src/*.go';
  const env = { env: { sources, prefix: 'APP_' } };

  it.each([
    ['one letter of a long word', '`APP_DATBASE_URL`', '"APP_DATABASE_URL"', '`APP_DATABASE_URL`'],
    ['how words are joined', '`APP_LOGLEVEL`', '"APP_LOG_LEVEL"', '`APP_LOG_LEVEL`'],
    [
      'in a block',
      '> ```sh\n> export APP_ADRESS=1\n> ```',
      '"APP_ADDRESS"',
      '> ```sh\n> export APP_ADDRESS=1\n> ```',
    ],
  ])('safely: %s', async (_title, text, source, after) => {
    expect(await mended(text, source, env, safe)).toBe(after);
    expect(await mended(text.replaceAll('\n', '\r\n'), source, env, safe)).toBe(
      after.replaceAll('\n', '\r\n'),
    );
  });

  it.each([
    ['a short word', '`APP_URI`', '"APP_URL"', '`APP_URL`'],
    ['another version', '`APP_TOKEN1`', '"APP_TOKEN2"', '`APP_TOKEN2`'],
    ['one of two', '`APP_ADDRES`', '"APP_ADDRESS", "APP_ADDREST"', '`APP_ADDRESS`'],
    ['words in another order', '`APP_URL_DATABASE`', '"APP_DATABASE_URL"', '`APP_DATABASE_URL`'],
  ])('on demand: %s', async (_title, text, source, after) => {
    expect(await mended(text, source, env, safe)).toBe(text);
    expect(await mended(text, source, env, any)).toBe(after);
  });

  it.each([
    ['nothing is near', '`APP_COLOR`', '"APP_DATABASE_URL"'],
    ['they only share words', '`APP_DATABASE_URL`', '"APP_DATABASE_PORT"'],
    ['more is left open', '`APP_DATBASE_*`', '"APP_DATABASE_URL"'],
  ])('not where %s', async (_title, text, source) => {
    const problems = await problemsOf(text, source, env);
    expect(problems.map(({ code, fix }) => [code, fix])).toEqual([['unknown-name', undefined]]);
  });

  it('a flag without its hyphens and its value', async () => {
    const options = { flag: { sources, programs: 'app' } };
    expect(await mended('`app --adress=:80`', 'flag.String("address")', options, safe)).toBe(
      '`app --address=:80`',
    );
  });

  it('a segment of a route alone', async () => {
    const options = { route: { sources, prefix: '/api' } };
    const text = '`GET /api//usrs/{user}/keys?x=usrs`';
    expect(await mended(text, '"/api/users/{id}/keys"', options, any)).toBe(
      '`GET /api//users/{user}/keys?x=usrs`',
    );
  });

  it('a header as the page writes it', async () => {
    const options = { header: { sources, prefix: 'X-App-' } };
    const text = '`curl -H "X-App-Tokn: 1"`';
    expect(await mended(text, '"x-app-token"', options, any)).toBe('`curl -H "X-App-Token: 1"`');
  });

  it('a metric with what a library adds', async () => {
    const options = { metric: { sources, prefix: 'app_' } };
    const text = '`app_latncy_seconds_bucket`';
    expect(await mended(text, '"app_latency_seconds"', options, any)).toBe('`app_latency_seconds_bucket`');
  });
});

describe('what is kept of a file', () => {
  const bits = fc.constantFrom(
    ...[
      'APP_',
      'URL',
      '_',
      '$',
      '${',
      '}',
      '%',
      '*',
      '<',
      '>',
      '…',
      'app ',
      '--',
      '--a',
      '-',
      '=',
      ':',
      '"',
      "'",
      '`',
    ],
    ...[
      '```',
      '```sh\n',
      '```yaml\n',
      'app:\n',
      '  port: 1\n',
      'app.port',
      'X-App-',
      'Token',
      'header ',
      '/api/v1',
      '/',
    ],
    ...[
      '{id}',
      ':id',
      'https://a.example.com',
      'app_',
      '_total',
      'w:',
      'x=',
      '#',
      '\\',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '| ',
      '> ',
    ],
    ...[
      '(',
      ')',
      '$(',
      '&&',
      '[',
      ']',
      ',',
      '.',
      '...',
      '/*',
      'é',
      '😀',
      '\u2028',
      '\0',
      '- ',
      '    ',
      '{',
      'metric ',
    ],
  );
  const text = fc.array(bits, { maxLength: 60 }).map((parts) => parts.join(''));

  it('is plain JSON, the same again, and of a page stands where it says', () => {
    fc.assert(
      fc.property(text, (source) => {
        const facts = extract(page(source)) as
          | { mentions: Record<string, { name: string; span: [number, number] }[]> }
          | undefined;
        expect(JSON.parse(JSON.stringify(facts ?? null))).toEqual(facts ?? null);
        expect(extract(page(source))).toEqual(facts);
        for (const [kind, mentions] of Object.entries(facts?.mentions ?? {})) {
          for (const { name, span } of mentions) {
            const written = source.slice(...span);
            expect(kind === 'key' ? name.endsWith(written) : written === name).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['src/a.go', 'a.yaml', 'a.json', 'a.toml'])('of %s is plain JSON and the same again', (path) => {
    fc.assert(
      fc.property(text, (source) => {
        const document: Document = { path, text: source, kind: 'source' };
        const facts = extract(document);
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
        expect(extract(document)).toEqual(facts);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['names', 'APP_A '],
    ['one name', 'APP_'],
    ['routes', '/api/v1/'],
    ['open brackets', '/api/v1/<a{'],
    ['quotes', '"'],
    ['opened quotes', "it's "],
    ['flags', 'app --a | '],
    ['suffixes', '_total'],
    ['keys', 'app: 1\n'],
    ['empty lines', '\n'],
    ['tags', '@a '],
  ])('of a million letters of %s is found', (_title, unit) => {
    const long = unit.repeat(1_000_000 / unit.length);
    expect(() => extract(page(`\`\`\`sh\n${long}\n\`\`\`\n`))).not.toThrow();
    for (const path of ['src/a.go', 'a.yaml', 'a.json', 'a.toml']) {
      expect(() => extract({ path, text: long, kind: 'source' })).not.toThrow();
    }
  });

  it('of JSON that nests without end is nothing', () => {
    const text = '{"app":'.repeat(100_000);
    expect(() => extract({ path: 'a.json', text, kind: 'data' })).not.toThrow();
    expect(() => extract({ path: 'a.yaml', text, kind: 'data' })).not.toThrow();
  });
});

describe('kinds of any name', () => {
  it.each(['constructor', 'toString', 'a/b~c', ''])('%j', async (name) => {
    const options = { [name]: { sources: 'src/*.go', pattern: 'x:([a-z]+)' } };
    const problems = await problemsOf('`x:one` `x:two`', '"one"', options);
    expect(problems.map(({ code }) => code)).toEqual(['unknown-name']);
  });
});
