import { defineRule } from '../../src/rule.js';
import { checkKind } from './check-kind.js';
import type { ReferenceFacts } from './facts.js';
import { type Options, schema } from './options.js';
import { readPage } from './read-page.js';
import { readSource } from './read-source.js';
import { sourceFiles } from './source-files.js';

export default defineRule<Options, ReferenceFacts>({
  scope: 'project',
  summary: 'Names that the docs mention exist in the code.',
  severity: 'error',
  fixable: true,
  codes: {
    'unknown-name': 'Correct the name or remove it from the page, or exempt it with a reason.',
    undocumented: 'Mention the name on a page, or exempt it with a reason.',
    'unused-exemption': 'Remove the exemption.',
    'nothing-found': 'Mend the options: they find no names, so that nothing is checked.',
  },
  options: schema,
  extract(document, options) {
    return document.kind === 'markdown'
      ? readPage(document, options)
      : readSource(document.text, document.path, options);
  },
  *sources(project, { kinds }, facts) {
    // Which files they are does not depend on what is in them.
    if ([...facts.values()].some(({ kind }) => kind === 'source')) return;
    for (const option of Object.values(kinds)) yield* sourceFiles(project, option);
  },
  *check(project, { kinds }, facts, where) {
    for (const entry of Object.entries(kinds)) yield* checkKind(project, entry, facts, where);
  },
});
