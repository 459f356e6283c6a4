import type { FileRule } from '../../src/rule.js';
import { codes, table, tags } from './codes.js';
import type { Library } from './load.js';
import type { PageConfig } from './page-configs.js';
import type { Members } from './parse-config.js';

interface Options {
  readonly config: Members;
  readonly mdx: boolean;
}

const severity = { enum: [true, false, 'error', 'warning'] };
const ruleConfig = { anyOf: [severity, { type: 'object' }] };
const names = Object.entries(table).flatMap(([code, { names: its }]) => [code, ...its]);

const rule: FileRule<Options, PageConfig, Library> = {
  scope: 'file',
  summary: "Markdown is as markdownlint's rules want it, by the settings that the workspace has for them.",
  severity: 'off',
  codes,
  fixable: true,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      config: {
        type: 'object',
        additionalProperties: false,
        properties: {
          default: severity,
          ...Object.fromEntries([...names, ...tags].map((name) => [name, ruleConfig])),
        },
        default: {},
        description: 'What a `.markdownlint.json` would say; it wins over the files of the workspace.',
      },
      mdx: { type: 'boolean', default: false, description: 'Check MDX pages too, as if they were Markdown.' },
    },
  },
  load: async () => (await import('./load.js')).load(),
  configure: (workspace, library) => library.pageConfigs(workspace),
  check(document, { config, mdx }, { config: page, library }) {
    if (document.syntax === 'mdx' && !mdx && !page.named) return [];
    return library.check(document, page, config);
  },
};

export default rule;
