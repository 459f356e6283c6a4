import { defineRule } from '../../src/rule.js';
import { checkDeclaration } from './check.js';
import { commentReferences } from './comment-references.js';
import { declarations } from './declarations.js';
import type { CodeValuesFacts } from './facts.js';
import { neededFiles } from './find-constants.js';
import { languagesFor } from './languages/index.js';
import { linkFiles } from './link-files.js';
import { neededPages } from './needed-pages.js';
import { type Options, schema } from './options.js';
import { propose } from './propose/propose.js';
import { readPage } from './read-page.js';
import { navigationIn } from './sets/read-navigation.js';

const nowhere = () => ({ path: '', span: [0, 0] }) as const;

export default defineRule<Options, CodeValuesFacts>({
  scope: 'project',
  summary: 'Values listed in the docs are the values declared in code.',
  severity: 'error',
  fixable: true,
  codes: {
    undocumented: 'Add the value to the page, or exempt it with a reason.',
    phantom: 'Correct the value or remove it from the page, or exempt it with a reason.',
    order: 'Put the values in the order of the code.',
    'unused-exemption': 'Remove the exemption, or give it its reason.',
    'nothing-found': 'Mend the declaration: it finds no values, so that nothing is checked.',
  },
  options: schema,
  propose,
  extract(document, options) {
    if (document.kind === 'markdown') return readPage(document, options);
    const { path, text } = document;
    const read = languagesFor(path, options).map((language) => [language.id, language.read(text, path)]);
    const entries = navigationIn(document, options);
    if (read.length === 0) return entries && { kind: 'navigation', entries };
    return { kind: 'source', files: Object.fromEntries(read), ...(entries ? { entries } : {}) };
  },
  *sources(project, options, facts) {
    const link = linkFiles(facts);
    for (const declaration of declarations(options, facts, nowhere)) {
      yield* declaration.docs.flatMap((place) => neededPages(project, place));
      yield* neededFiles(project, declaration, facts, link);
    }
  },
  references: commentReferences,
  *check(project, options, facts, where) {
    for (const [path, page] of facts) {
      if (page.kind !== 'page') continue;
      for (const comment of page.comments) {
        if ('mistake' in comment) {
          yield { code: comment.code, path, span: comment.span, message: comment.mistake };
        }
      }
    }
    const link = linkFiles(facts);
    for (const declaration of declarations(options, facts, where)) {
      yield* checkDeclaration(project, declaration, facts, link);
    }
  },
});
