import type { Inline } from '../src/model.js';

/** A heading, alone on its page, and its id by dialect: each id with the names of those that give it. */
export interface SlugVector {
  readonly heading: string | readonly Inline[];
  readonly ids: Readonly<Record<string, string>>;
}

const uri = encodeURIComponent;
const decomposed = 'Tiếng Việt'.normalize('NFD');

export const slugVectors: readonly SlugVector[] = [
  {
    heading: '',
    ids: {
      '': 'azure-devops docusaurus github gitlab gitlab-16 kramdown-gfm mdbook starlight vitepress vscode',
      'markdown-header-': 'bitbucket',
      section: 'docfx kramdown',
      heading: 'gitea hugo',
      _1: 'mkdocs',
    },
  },
  {
    heading: '!?',
    ids: {
      '': 'docusaurus github gitlab gitlab-16 kramdown-gfm mdbook starlight vitepress vscode',
      '!%3F': 'azure-devops',
      'markdown-header-': 'bitbucket',
      section: 'docfx kramdown',
      heading: 'gitea hugo',
      _1: 'mkdocs',
    },
  },
  {
    heading: '😄 Smile',
    ids: {
      '-smile': 'docfx docusaurus github gitlab gitlab-16 hugo kramdown-gfm mdbook starlight',
      smile: 'gitea kramdown mkdocs',
      '😄-smile': 'vitepress vscode',
      '%F0%9F%98%84-smile': 'azure-devops',
      'markdown-header--smile': 'bitbucket',
    },
  },
  {
    heading: '👩‍👩‍👧 Family',
    ids: {
      '-family': 'docfx docusaurus github gitlab gitlab-16 hugo kramdown-gfm mdbook starlight',
      family: 'gitea kramdown mkdocs',
      '👩‍👩‍👧-family': 'vitepress vscode',
      '%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7-family': 'azure-devops',
      'markdown-header--family': 'bitbucket',
    },
  },
  {
    heading: '你好 世界',
    ids: {
      '你好-世界':
        'docfx docusaurus gitea github gitlab gitlab-16 hugo kramdown-gfm mdbook starlight vitepress vscode',
      [uri('你好-世界')]: 'azure-devops',
      'markdown-header-你好-世界': 'bitbucket',
      section: 'kramdown',
      _1: 'mkdocs',
    },
  },
  {
    heading: 'การติดตั้ง',
    ids: {
      การติดตั้ง: 'docusaurus github gitlab gitlab-16 kramdown-gfm starlight vitepress vscode',
      การติดตัง: 'mdbook',
      การตดตง: 'docfx hugo',
      'การต-ดต-ง': 'gitea',
      [uri('การติดตั้ง')]: 'azure-devops',
      'markdown-header-การติดตั้ง': 'bitbucket',
      section: 'kramdown',
      _1: 'mkdocs',
    },
  },
  {
    heading: 'हिन्दी भाषा',
    ids: {
      'हिन्दी-भाषा': 'docusaurus github gitlab gitlab-16 kramdown-gfm starlight vitepress vscode',
      'हिनदी-भाषा': 'mdbook',
      'हनद-भष': 'docfx hugo',
      'ह-न-द-भ-ष': 'gitea',
      [uri('हिन्दी-भाषा')]: 'azure-devops',
      'markdown-header-हिन्दी-भाषा': 'bitbucket',
      section: 'kramdown',
      _1: 'mkdocs',
    },
  },
  {
    heading: 'Tiếng Việt'.normalize('NFC'),
    ids: {
      ['tiếng-việt'.normalize('NFC')]:
        'docfx docusaurus gitea github gitlab gitlab-16 hugo kramdown-gfm mdbook starlight vscode',
      'tieng-viet': 'mkdocs vitepress',
      'ting-vit': 'kramdown',
      [uri('tiếng-việt'.normalize('NFC'))]: 'azure-devops',
      [`markdown-header-${'tiếng-việt'.normalize('NFC')}`]: 'bitbucket',
    },
  },
  {
    heading: decomposed,
    ids: {
      ['tiếng-việt'.normalize('NFD')]: 'docusaurus github gitlab gitlab-16 kramdown-gfm starlight vscode',
      'tieng-viet': 'docfx hugo kramdown mdbook mkdocs vitepress',
      'tie-ng-vie-t': 'gitea',
      [uri('tiếng-việt'.normalize('NFD'))]: 'azure-devops',
      [`markdown-header-${'tiếng-việt'.normalize('NFD')}`]: 'bitbucket',
    },
  },
  {
    heading: 'Straße 9',
    ids: {
      'straße-9':
        'docfx docusaurus gitea github gitlab gitlab-16 hugo kramdown-gfm mdbook starlight vitepress vscode',
      'strae-9': 'kramdown mkdocs',
      'stra%C3%9Fe-9': 'azure-devops',
      'markdown-header-straße-9': 'bitbucket',
    },
  },
  {
    heading: 'İstanbul',
    ids: {
      'i\u0307stanbul': 'docusaurus github gitlab gitlab-16 kramdown-gfm starlight vscode',
      istanbul: 'gitea hugo mkdocs vitepress',
      İstanbul: 'docfx mdbook',
      stanbul: 'kramdown',
      'i%CC%87stanbul': 'azure-devops',
      'markdown-header-i\u0307stanbul': 'bitbucket',
    },
  },
  {
    heading: 'ΟΔΟΣ',
    ids: {
      οδος: 'docusaurus github gitlab starlight vitepress vscode',
      οδοσ: 'docfx gitea gitlab-16 hugo kramdown-gfm',
      ΟΔΟΣ: 'mdbook',
      [uri('οδος')]: 'azure-devops',
      'markdown-header-οδος': 'bitbucket',
      section: 'kramdown',
      _1: 'mkdocs',
    },
  },
  {
    heading: '2024',
    ids: {
      '2024': 'docfx docusaurus gitea github gitlab hugo kramdown-gfm mdbook mkdocs starlight vscode',
      'anchor-2024': 'gitlab-16',
      _2024: 'vitepress',
      section: 'kramdown',
      '%32%30%32%34': 'azure-devops',
      'markdown-header-2024': 'bitbucket',
    },
  },
  {
    heading: '  spaced  ',
    ids: {
      '--spaced--': 'docfx docusaurus github gitlab kramdown-gfm starlight',
      'spaced--': 'kramdown',
      spaced: 'azure-devops gitea gitlab-16 hugo mdbook mkdocs vitepress vscode',
      'markdown-header--spaced-': 'bitbucket',
    },
  },
  {
    heading: 'two  spaces -- and --- dashes',
    ids: {
      'two--spaces----and-----dashes': 'azure-devops docfx docusaurus github gitlab kramdown',
      'two--spaces--and-----dashes': 'starlight',
      'two--spaces--and--dashes': 'hugo kramdown-gfm mdbook',
      'two-spaces----and-----dashes': 'vscode',
      'two-spaces-and-dashes': 'gitea gitlab-16 mkdocs vitepress',
      'markdown-header-two-spaces-and-dashes': 'bitbucket',
    },
  },
  {
    heading: 'snake_case_name',
    ids: {
      snake_case_name:
        'azure-devops docfx docusaurus github gitlab gitlab-16 hugo kramdown-gfm mdbook mkdocs starlight',
      'snake-case-name': 'gitea vitepress',
      snakecasename: 'kramdown vscode',
      'markdown-header-snake_case_name': 'bitbucket',
    },
  },
  {
    heading: ['The ', ['code', 'foo.bar()'], ' call'],
    ids: {
      'the-foobar-call':
        'docfx docusaurus github gitlab gitlab-16 hugo kramdown kramdown-gfm mdbook mkdocs starlight vscode',
      'the-foo-bar-call': 'gitea vitepress',
      'the-foo.bar()-call': 'azure-devops',
      'markdown-header-the-foobar-call': 'bitbucket',
    },
  },
  {
    heading: ['Use ', ['code', '--dry-run']],
    ids: {
      'use---dry-run':
        'azure-devops docfx docusaurus github gitlab hugo kramdown kramdown-gfm mdbook starlight vscode',
      'use-dry-run': 'gitea gitlab-16 mkdocs vitepress',
      'markdown-header-use-dry-run': 'bitbucket',
    },
  },
  {
    heading: 'A & B <C>',
    ids: {
      'a--b-c': 'docfx docusaurus github gitlab hugo kramdown kramdown-gfm mdbook starlight vscode',
      'a-b-c': 'gitea gitlab-16 mkdocs vitepress',
      'a-%26-b-%3Cc%3E': 'azure-devops',
      'markdown-header-a-b-c': 'bitbucket',
    },
  },
  {
    heading: '½ and x²',
    ids: {
      '-and-x': 'docfx docusaurus github gitlab-16 hugo kramdown-gfm starlight',
      'and-x': 'kramdown',
      '½-and-x²': 'gitea gitlab mdbook vscode',
      '12-and-x2': 'mkdocs',
      '_1⁄2-and-x2': 'vitepress',
      '%C2%BD-and-x%C2%B2': 'azure-devops',
      'markdown-header--and-x': 'bitbucket',
    },
  },
  {
    heading: [['html', '<b>'], 'Big', ['html', '</b>'], ' ', ['alt', 'logo']],
    ids: {
      'big-': 'github kramdown-gfm starlight',
      big: 'azure-devops gitlab-16 mdbook mkdocs',
      'big-logo': 'docfx docusaurus gitlab hugo vitepress vscode',
      'b-big-b-logo': 'gitea',
      'bbigb-logo': 'kramdown',
      'markdown-header-big-': 'bitbucket',
    },
  },
  {
    heading: ['Notes', ['footnote', '1']],
    ids: {
      notes:
        'azure-devops docfx docusaurus github gitlab gitlab-16 hugo kramdown-gfm mdbook mkdocs starlight',
      notes1: 'kramdown vscode',
      'notes-1': 'gitea vitepress',
      'markdown-header-notes': 'bitbucket',
    },
  },
  {
    heading: 'Foo {#bar}',
    ids: {
      'foo-bar': 'docfx github gitlab gitlab-16 starlight vscode',
      bar: 'docusaurus gitea hugo kramdown kramdown-gfm mdbook mkdocs vitepress',
      'foo-%7B%23bar%7D': 'azure-devops',
      'markdown-header-foo-bar': 'bitbucket',
    },
  },
];

/** The ids of `Foo`, `Foo`, `Foo 1`, `Foo-1`, `Foo`, in this order on one page. */
export const repeats: Readonly<Record<string, string>> = {
  'foo foo-1 foo-1-1 foo-1-2 foo-2': 'docfx docusaurus gitea github gitlab hugo starlight vitepress',
  'foo foo-1 foo-1 foo-1-1 foo-2': 'gitlab-16 kramdown kramdown-gfm mdbook vscode',
  'foo foo_1 foo-1 foo-1_1 foo_2': 'mkdocs',
  'foo foo foo-1 foo-1 foo': 'azure-devops',
  'markdown-header-foo markdown-header-foo-1 markdown-header-foo-1-1 markdown-header-foo-1-2 markdown-header-foo-2':
    'bitbucket',
};

/** The id of each dialect, from the dialects of each id. */
export function byDialect(vector: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(vector).flatMap(([id, names]) => names.split(' ').map((name) => [name, id])),
  );
}
