import { relative } from 'node:path';
import markdown from '@eslint/markdown';
import { ESLint } from 'eslint';

const rules = ['no-empty-images', 'no-empty-links', 'no-missing-label-refs', 'no-missing-link-fragments'];
const config = {
  files: ['**/*.md', '**/*.markdown'],
  plugins: { markdown },
  language: 'markdown/gfm',
  languageOptions: { frontmatter: 'yaml' },
  rules: Object.fromEntries(rules.map((rule) => [`markdown/${rule}`, 'error'])),
};

export const eslintMarkdown = {
  name: '@eslint/markdown',
  package: '@eslint/markdown',
  setup: `${rules.map((rule) => `\`${rule}\``).join(', ')}, language \`markdown/gfm\` with front matter. It looks at one page at a time.`,
  reads: (dialect) => dialect === 'github',
  async check(tree) {
    const eslint = new ESLint({
      cwd: tree,
      overrideConfigFile: true,
      overrideConfig: [config],
      errorOnUnmatchedPattern: false,
    });
    const results = await eslint.lintFiles(['.']);
    return results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, message, fatal }) => {
        if (fatal) throw new Error(`${filePath}: ${message}`);
        return { path: relative(tree, filePath), line };
      }),
    );
  },
};
