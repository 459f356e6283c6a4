import type { Json } from '../model.js';

/** The configs that `extends` knows by name, as plain data. */
export const presets: ReadonlyMap<string, Json> = new Map<string, Json>([
  // Every rule at its own severity, which is what a config starts from.
  ['recommended', {}],
  // The documentation of https://github.com/coder/coder.
  [
    'coder',
    {
      docs: ['docs'],
      rules: {
        manifest: 'error',
        'no-emdash': ['error', { endash: true, code: true }],
        'code-values': [
          'error',
          {
            lists: [
              {
                name: 'client filter values',
                code: { file: 'aibridge/client.go', type: 'Client' },
                docs: [{ file: 'docs/ai-coder/ai-gateway/monitoring.md', after: 'Possible client values' }],
              },
            ],
          },
        ],
      },
    },
  ],
]);
