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
/** A rule by its code, by its other names, and many by a tag, each with what an editor can say of it. */
const members = Object.fromEntries([
  ...Object.entries(table).flatMap(([code, { names }]) =>
    [code, ...names].map((name) => [name, { ...ruleConfig, description: `${code}: ${codes[code]}` }]),
  ),
  ...tags.map((tag) => [tag, { ...ruleConfig, description: `All rules with the tag \`${tag}\`.` }]),
]);

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
          default: { ...severity, description: 'Whether rules are on that are not named here.' },
          ...members,
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
