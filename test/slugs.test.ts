import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type DialectName,
  type DialectOptions,
  dialectNames,
  dialectOf,
  type Slug,
  takeAttributes,
} from '../src/markdown/slug/index.js';
import type { Inline } from '../src/model.js';
import { ids, slugs, type Written } from './page-slugs.js';
import { byDialect, repeats, slugVectors } from './slug-vectors.js';

/** Every id that leads to a heading alone on its page. */
function accepted(name: DialectName, heading: Written, options: DialectOptions = {}): string[] {
  const [{ id, also = [] }] = slugs(name, [heading], options) as [Slug];
  return [id, ...also];
}

const folder =
  process.env.DOCS_LINT_CONFORMANCE ?? fileURLToPath(new URL('../../shared/conformance', import.meta.url));
const shared = join(folder, 'slugs.json');

/** What the shared vectors call the dialects that have another name here. */
const sharedNames: Readonly<Record<string, DialectName>> = { azure: 'azure-devops' };

it.skipIf(!existsSync(shared))(
  'holds the shared vectors (skipped unless DOCS_LINT_CONFORMANCE names the folder of slugs.json)',
  () => {
    const { about: _about, ...pages } = JSON.parse(readFileSync(shared, 'utf8'));
    expect(Object.keys(pages).length).toBeGreaterThan(0);
    for (const [name, page] of Object.entries<{ input: string; expected: string }[]>(pages)) {
      const inputs = page.map(({ input }) => input);
      expect(ids(sharedNames[name] ?? (name as DialectName), inputs), name).toEqual(
        page.map(({ expected }) => expected),
      );
    }
  },
);

describe('a heading alone on its page', () => {
  it.each(slugVectors.map((vector) => ({ name: JSON.stringify(vector.heading), ...vector })))(
    '$name',
    ({ heading, ids: expected }) => {
      const actual = Object.fromEntries(dialectNames.map((name) => [name, ids(name, [heading])[0]]));
      expect(actual).toEqual(byDialect(expected));
    },
  );
});

it('numbers repeats as each site does', () => {
  const actual = Object.fromEntries(
    dialectNames.map((name) => [name, ids(name, ['Foo', 'Foo', 'Foo 1', 'Foo-1', 'Foo']).join(' ')]),
  );
  expect(actual).toEqual(byDialect(repeats));
});

it('numbers headings without any text', () => {
  expect(ids('docusaurus', ['', '', '!'])).toEqual(['', '-1', '-2']);
  expect(ids('hugo', ['', '?', 'heading'])).toEqual(['heading', 'heading-1', 'heading-2']);
  expect(ids('mkdocs', ['', '', '你'])).toEqual(['_1', '_2', '_3']);
  expect(ids('kramdown', ['1', '2', 'Section'])).toEqual(['section', 'section-1', 'section-2']);
});

describe('GitHub and what follows it', () => {
  it('accepts an id behind a heading beside the text that shows it', () => {
    expect(accepted('github', 'Foo {#bar}')).toEqual(['foo-bar', 'bar']);
    expect(accepted('github', 'Foo {: #bar .wide}')).toEqual(['foo--bar-wide', 'bar']);
    expect(accepted('github', ['Foo ', ['html', '{/* #bar */}']])).toEqual(['foo--bar-', 'bar']);
    expect(accepted('github', ['Foo ', ['code', '{#bar}']])).toEqual(['foo-bar']);
    expect(accepted('github', 'Call /users/{id}')).toEqual(['call-usersid']);
  });

  it('accepts the number of a footnote, and sigma as Ruby has it', () => {
    expect(accepted('github', ['Notes', ['footnote', '1']])).toEqual(['notes', 'notes1']);
    expect(accepted('github', 'ΟΔΟΣ')).toEqual(['οδος', 'οδοσ']);
  });

  it('finds an id with the prefix that forges put before it', () => {
    for (const name of ['github', 'gitlab', 'gitlab-16', 'gitea'] as const) {
      expect(dialectOf(name).candidates('user-content-foo')).toEqual(['user-content-foo', 'foo']);
      expect(dialectOf(name).candidates('foo')).toEqual(['foo']);
    }
  });

  it('keeps the names of objects apart from its memory', () => {
    for (const name of dialectNames) {
      const page = ids(name, ['constructor', 'toString', '__proto__', 'constructor']);
      expect(page[0]).toMatch(/constructor$/);
      expect(page.every((id) => typeof id === 'string')).toBe(true);
    }
  });
});

describe('GitLab', () => {
  it('drops the tier before version 17 only', () => {
    const page = ['Epics **(PREMIUM)**', 'Roadmap (ultimate only)', '(Free) **for all**', 'Premium'];
    expect(ids('gitlab-16', page)).toEqual(['epics', 'roadmap', '-for-all', 'premium']);
    expect(ids('gitlab', page)).toEqual([
      'epics-premium',
      'roadmap-ultimate-only',
      'free-for-all',
      'premium',
    ]);
  });

  it('accepts the old id of a heading of digits', () => {
    expect(accepted('gitlab', '404')).toEqual(['404', 'anchor-404']);
    expect(ids('gitlab-16', ['404', '404'])).toEqual(['anchor-404', 'anchor-404-1']);
  });
});

describe('Azure DevOps', () => {
  it('accepts an id decoded, and numbered', () => {
    expect(accepted('azure-devops', 'A & B')).toEqual(['a-%26-b', 'a-&-b']);
    expect(slugs('azure-devops', ['A', 'A'])[1]).toEqual({ id: 'a', also: ['a-1'] });
    expect(accepted('azure-devops', 'lone \ud800')[0]).toBe('lone-%EF%BF%BD');
  });
});

describe('Docusaurus', () => {
  it('takes an id in braces or in a comment, and forgets it', () => {
    const page: Written[] = [
      'Foo {#foo}',
      'Foo',
      ['Bar ', ['html', '{/* #baz */}']],
      'Bar {/* #qux */}',
      'Spaces{#an id}',
      'Foo',
    ];
    expect(ids('docusaurus', page)).toEqual(['foo', 'foo', 'baz', 'qux', 'an id', 'foo-1']);
  });

  it('keeps the case where it is told to', () => {
    expect(ids('docusaurus', ['The API', 'The API'], { keepCase: true })).toEqual(['The-API', 'The-API-1']);
  });
});

describe('VitePress', () => {
  it('makes a slug of a fragment too', () => {
    expect(dialectOf('vitepress').candidates('Foo_Bar')).toEqual(['foo-bar']);
    expect(dialectOf('vitepress').candidates('1-first')).toEqual(['_1-first']);
    expect(dialectOf('vitepress').candidates('_1-first')).toEqual(['_1-first']);
  });

  it('drops emoji shortcodes, and accepts what only looks like one', () => {
    expect(accepted('vitepress', ':tada: Released')).toEqual(['released', 'tada-released']);
    expect(accepted('vitepress', 'At 12:30:45')).toEqual(['at-12-30-45']);
  });

  it('takes any attributes, and numbers around explicit ids', () => {
    const page = ['Foo {.wide}', 'Bar {#foo-1 .wide}', 'Foo', 'Get /users/{id}', 'Vue {{ version }}'];
    expect(ids('vitepress', page)).toEqual(['foo', 'foo-1', 'foo-2', 'get-users', 'vue-version']);
  });
});

describe('Starlight', () => {
  it('accepts an id without its last hyphen, as Astro made it before', () => {
    expect(accepted('starlight', [['code', '<Picture />']])).toEqual(['picture-', 'picture']);
  });

  it('makes a dash of two hyphens, and accepts them untouched', () => {
    expect(accepted('starlight', 'One -- two')).toEqual(['one--two', 'one----two']);
  });
});

describe('MkDocs', () => {
  it('counts on from a number that the slug ends in', () => {
    expect(ids('mkdocs', ['foo', 'foo_1', 'foo', 'foo_1', 'v_09', 'v_09'])).toEqual([
      'foo',
      'foo_1',
      'foo_2',
      'foo_3',
      'v_09',
      'v_10',
    ]);
  });

  it('keeps clear of the ids declared anywhere on the page', () => {
    const slug = dialectOf('mkdocs').slugger(['foo', 'foo_1']);
    expect(slug({ content: ['Foo'] }).id).toBe('foo_2');
  });

  it('reads attribute lists after a space, where they are on', () => {
    const page = ['Foo {#bar}', 'Foo {: #baz .wide }', 'Foo{#bar}'];
    expect(ids('mkdocs', page)).toEqual(['bar', 'baz', 'foobar']);
    expect(ids('mkdocs', page, { attributeLists: false })).toEqual(['foo-bar', 'foo-baz-wide', 'foobar']);
  });

  it('has the slugs that a site may choose', () => {
    const page = ['Über  Straße', 'हिन्दी', 'a - b'];
    expect(ids('mkdocs', page)).toEqual(['uber-strae', '_1', 'a-b']);
    expect(ids('mkdocs', page, { pythonSlugs: 'unicode' })).toEqual(['über-straße', 'हनद', 'a-b']);
    expect(ids('mkdocs', page, { pythonSlugs: 'pymdownx' })).toEqual(['über--straße', 'हनद', 'a---b']);
  });
});

describe('kramdown', () => {
  it('makes ids of the source', () => {
    const linked = { content: ['See docs'], raw: 'See [docs](/a/b.html)' };
    expect(ids('kramdown', [linked])).toEqual(['see-docsabhtml']);
    expect(ids('kramdown-gfm', [linked])).toEqual(['see-docs']);
  });

  it('takes an id of letters after white space, and a list after a colon', () => {
    const page = ['Foo {#bar}', 'Foo{#bar}', 'Foo {#1st}', 'Foo {#bar .wide}', 'Foo {: #baz .wide}'];
    expect(ids('kramdown', page)).toEqual(['bar', 'foobar', 'foo-1st', 'foo-bar-wide', 'baz']);
    expect(ids('kramdown-gfm', page)).toEqual(['bar', 'foobar', 'foo-1st', 'foo-bar-wide', 'baz']);
  });

  it('sets dashes in prose alone', () => {
    const page: Written[] = ['a -- b', 'a --- b', 'a ---- b', ['a ', ['code', '--'], ' b']];
    expect(ids('kramdown-gfm', page)).toEqual(['a--b', 'a--b-1', 'a---b', 'a----b']);
  });
});

describe('mdBook', () => {
  it('accepts what either version makes of a heading', () => {
    expect(accepted('mdbook', 'A -- B')).toEqual(['a--b', 'a----b']);
    expect(slugs('mdbook', ['Foo', 'Foo', 'Foo 1'])[2]).toEqual({ id: 'foo-1', also: ['foo-1-1'] });
    expect(ids('mdbook', ['Foo {#bar .wide open}', 'Foo{#baz}', 'ÜBER'])).toEqual(['bar', 'baz', 'Über']);
  });
});

describe('Hugo and Gitea', () => {
  it('have the ids that a site may choose', () => {
    const page = ['Élan vital', "Let's try: a_b", '神真美好'];
    expect(ids('hugo', page)).toEqual(['élan-vital', 'lets-try-a_b', '神真美好']);
    expect(ids('hugo', page, { hugoIds: 'github-ascii' })).toEqual(['elan-vital', 'lets-try-a_b', 'heading']);
    expect(ids('hugo', page, { hugoIds: 'blackfriday' })).toEqual([
      'élan-vital',
      'let-s-try-a-b',
      '神真美好',
    ]);
  });

  it('accept the source of the last line, which earlier Hugos made ids of', () => {
    const linked = { content: ['See docs'], raw: 'See [docs](/a/)' };
    expect(accepted('hugo', linked)).toEqual(['see-docs', 'see-docsa']);
    expect(accepted('hugo', { content: ['One Two'], raw: 'One\nTwo' })).toEqual(['one-two', 'two']);
    expect(accepted('gitea', linked)).toEqual(['see-docs-a', 'see-docsa', 'see-docs']);
  });

  it('number around explicit ids, which hold no punctuation', () => {
    const page = ['Foo {#bar class="a b"}', 'Bar', 'Foo {#a/b}', 'Tabs\there'];
    expect(ids('hugo', page)).toEqual(['bar', 'bar-1', 'foo-ab', 'tabshere']);
  });

  it('accepts what Gitea makes of a heading since it follows GitHub', () => {
    expect(accepted('gitea', 'foo_bar: a, b')).toEqual(['foo-bar-a-b', 'foo_bar-a-b']);
  });
});

describe('VS Code', () => {
  it('makes a slug of a fragment, and drops CJK punctuation', () => {
    expect(ids('vscode', ['安装：第一步（可选）', '__init__'])).toEqual(['安装第一步可选', 'init']);
    expect(dialectOf('vscode').candidates('Foo_Bar')).toEqual(['foobar']);
  });
});

describe('DocFX', () => {
  it('takes the anchor that a heading starts with for its id', () => {
    const anchor: Inline[] = [
      ['html', '<a name="old name">'],
      ['html', '</a>'],
    ];
    expect(ids('docfx', [[...anchor, 'Foo'], 'Foo'])).toEqual(['old name', 'foo-1']);
    expect(ids('docfx', [['Foo ', ...anchor]])).toEqual(['foo-']);
  });
});

describe('takeAttributes', () => {
  it.each([
    ['Foo {#bar}', { text: 'Foo', id: 'bar' }],
    ['Foo{#bar}  ', { text: 'Foo', id: 'bar' }],
    ['{#bar}', { text: '', id: 'bar' }],
    ['Foo { .wide  #a #b key="x y" }', { text: 'Foo', id: 'b' }],
    ["Foo {id='bar'}", { text: 'Foo', id: 'bar' }],
    ['Foo {.wide}', { text: 'Foo', id: undefined }],
    ['Foo {#b.c:d-e_f}', { text: 'Foo', id: 'b.c:d-e_f' }],
    ['{#foo} bar', undefined],
    ['Foo {#}', undefined],
    ['Foo {}', undefined],
    ['Foo {bar}', undefined],
    ['Foo {: #bar}', undefined],
    ['Foo {#bar', undefined],
    ['Foo #bar}', undefined],
    ['Foo {{#bar}}', undefined],
    ['Foo {#bar key="open}', undefined],
  ])('%s', (text, expected) => {
    expect(takeAttributes(text)).toEqual(expected);
  });
});
