import markdown from '@eslint/markdown';

/** What ESLint can say of links: those within a page. */
export default [
  {
    files: ['**/*.md'],
    plugins: { markdown },
    language: 'markdown/gfm',
    languageOptions: { frontmatter: 'yaml' },
    rules: {
      'markdown/no-empty-links': 'error',
      'markdown/no-missing-label-refs': 'error',
      'markdown/no-missing-link-fragments': 'error',
    },
  },
];
