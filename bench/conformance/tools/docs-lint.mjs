import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { lint } = await import('../../../dist/src/index.js').catch(() => {
  throw new Error('docs-lint is not built: run `npm run build` in its directory first.');
});

/** Those that a configuration in the tree tells of; the others are named in a config file. */
const found = ['docfx', 'docusaurus', 'github', 'hugo', 'mdbook', 'mkdocs', 'starlight', 'vitepress'];

export const docsLint = {
  name: 'docs-lint',
  setup: '`broken-links` and `broken-anchors`; `site.generator` where no file of the tree tells it.',
  reads: () => true,
  async check(tree, { generators }) {
    if (generators.length > 1 || !found.includes(generators[0])) {
      writeFileSync(join(tree, 'docs-lint.config.json'), JSON.stringify({ site: { generator: generators } }));
    }
    const { problems, failures } = await lint({ cwd: tree, only: ['broken-links', 'broken-anchors'] });
    return [...problems, ...failures].map(({ path, line }) => ({ path, line }));
  },
};
