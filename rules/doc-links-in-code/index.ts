import { defineRule, type Path, type Project } from '../../src/rule.js';
import { lookAround } from './around.js';
import type { SourceFacts } from './facts.js';
import { faultOf } from './faults.js';
import { mentionReferences } from './mention-references.js';
import { type Options, schema } from './options.js';
import { type Located, locate, sitesOf } from './places.js';
import { most, readMentions } from './read-mentions.js';
import { report } from './report.js';
import { isSource, sourceFiles } from './source-files.js';

export default defineRule<Options, SourceFacts>({
  scope: 'project',
  summary: 'Comments and strings in code point at pages, anchors and lines that exist.',
  severity: 'error',
  fixable: true,
  codes: {
    'missing-page': 'Name a page that exists, or add the one that is missing.',
    'missing-anchor': 'Name a heading or an anchor that the page has.',
    'missing-line': 'Name lines that the file has.',
    'case-mismatch': 'Spell the path as the file is spelt: letter case counts.',
    'nothing-found': 'Mend the patterns: they match no file, so that nothing is checked.',
  },
  options: schema,
  extract(document, { sources }) {
    if (document.kind === 'markdown' || sources.length === 0) return undefined;
    const mentions = readMentions(document.text, document.path);
    if (mentions.length === 0) return undefined;
    return mentions.length > most ? { mentions: mentions.slice(0, most), isCut: true } : { mentions };
  },
  *sources(project, options, facts) {
    if (options.sources.length === 0) return;
    yield* sourceFiles(project, options);
    for (const { places } of mentions(project, options, facts)) {
      for (const { target } of places) {
        if (target.kind === 'file' && target.fragment !== undefined) yield target.path;
      }
    }
  },
  references: (project, options, facts) =>
    options.sources.length === 0 ? [] : mentionReferences(project, mentions(project, options, facts)),
  *check(project, options, facts, where) {
    if (options.sources.length === 0) return;
    const [first] = sourceFiles(project, options);
    if (first === undefined) {
      const message = 'These patterns match no source file. Correct them, or remove them.';
      yield { code: 'nothing-found', ...where('/sources'), message };
    }
    for (const [path, { isCut }] of facts) {
      if (isCut)
        yield { note: `${path} may point at more than ${most} pages; those behind them are not checked.` };
    }
    const faults = [...mentions(project, options, facts)].flatMap((found) => faultOf(project, found) ?? []);
    const around = lookAround(project, faults);
    for (const fault of faults) {
      const finding = around.ignored.has(fault.path) ? undefined : report(project, fault, around);
      if (finding) yield finding;
    }
  },
});

function* mentions(
  project: Project,
  options: Options,
  facts: ReadonlyMap<Path, SourceFacts>,
): Iterable<Located> {
  const isWanted = isSource(options);
  const isAllowed = allowed(options.allow);
  const sites = sitesOf(project);
  for (const [path, its] of facts) {
    if (!isWanted(path)) continue;
    for (const mention of its.mentions) {
      const found = isAllowed(mention.text) ? undefined : locate(project, sites, path, mention);
      if (found) yield found;
    }
  }
}

function allowed(texts: readonly string[]): (text: string) => boolean {
  const whole = new Set(texts);
  const starts = texts.filter((text) => text.endsWith('*')).map((text) => text.slice(0, -1));
  return (text) => whole.has(text) || starts.some((start) => text.startsWith(start));
}
