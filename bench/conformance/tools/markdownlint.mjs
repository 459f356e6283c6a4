import { main } from 'markdownlint-cli2';

const config = { default: false, MD042: true, MD051: true, MD052: true };

export const markdownlint = {
  name: 'markdownlint',
  package: 'markdownlint-cli2',
  setup: 'MD042, MD051 and MD052. It looks at one page at a time.',
  reads: (dialect) => dialect === 'github',
  async check(tree) {
    let results = [];
    const keep = ({ results: found }) => {
      results = found;
    };
    await main({
      directory: tree,
      argv: ['**/*.{md,markdown}'],
      optionsOverride: { config, noBanner: true, noProgress: true, outputFormatters: [[keep]] },
      allowStdin: false,
      noErrors: true,
      noRequire: true,
      logMessage: () => undefined,
      logError: (message) => {
        throw new Error(message);
      },
    });
    return results.map(({ fileName, lineNumber }) => ({ path: fileName, line: lineNumber }));
  },
};
