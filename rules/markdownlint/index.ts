import type { FileRule } from '../../src/rule.js';
import { codes, table, tags } from './codes.js';
import { hasSettings } from './config-names.js';
import type { Library } from './load.js';
import type { PageConfig } from './page-configs.js';
import type { Members } from './parse-config.js';

interface Options {
  readonly config: Members;
  readonly configFile?: string;
  readonly configPointer?: string;
  readonly javascript: boolean;
  readonly mdx: boolean;
}

const severity = { enum: [true, false, 'error', 'warning'] };
const ruleConfig = { anyOf: [severity, { type: 'object' }] };
const names = Object.entries(table).flatMap(([code, { names: its }]) => [code, ...its]);

const rule: FileRule<Options, PageConfig, Library> = {
  scope: 'file',
  summary: "Markdown is as markdownlint's rules want it, by the settings that the workspace has for them.",
  severity: 'error',
  enabledBy: hasSettings,
  codes,
  mayBeCode: (name) => !/^MD\d*$/i.test(name),
  fixable: true,
  isSlow: true,
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
      configFile: {
        type: 'string',
        minLength: 1,
        description: 'A file of settings by any name, as `--config` of markdownlint-cli2 takes it.',
      },
      configPointer: {
        type: 'string',
        pattern: '^(?:/|$)',
        description: 'Where in that file the settings are, as a JSON pointer.',
      },
      javascript: {
        type: 'boolean',
        default: false,
        description: 'Run settings that are JavaScript, and the custom rules that settings name.',
      },
      mdx: { type: 'boolean', default: false, description: 'Check MDX pages too, as if they were Markdown.' },
    },
  },
  load: async () => (await import('./load.js')).load(),
  configure: async (workspace, options, pages) =>
    (await import('./page-configs.js')).pageConfigs(workspace, options, pages),
  isLasting: ({ code }) => code === undefined,
  prepare: (page, library) => library.prepare(page),
  check(document, { config, mdx }, { config: page, library, rules }) {
    if (document.syntax === 'mdx' && !mdx && !page.named) return [];
    return library.check(document, page, config, rules);
  },
};

export default rule;
