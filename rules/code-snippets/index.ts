import { defineRule, type Path, type Project } from '../../src/rule.js';
import { checkClaim } from './check-claim.js';
import { checkPermalinks } from './check-permalinks.js';
import { claimReferences } from './claim-references.js';
import type { Claim, SnippetFacts } from './facts.js';
import { findFile } from './find-file.js';
import { readClaims } from './read-claims.js';

interface Options {
  readonly wholeFiles: boolean;
  readonly permalinks: boolean;
}

type Facts = ReadonlyMap<Path, SnippetFacts>;

/** Where a project says that it works with embedme. */
const packageFile = 'package.json';

export default defineRule<Options, SnippetFacts>({
  scope: 'project',
  isByPage: true,
  summary: 'Code on a page is the code that it says it is.',
  severity: 'error',
  fixable: true,
  codes: {
    outdated: 'Copy the code anew, or name the lines that are meant.',
    'missing-file': 'Name a file that exists.',
    'missing-lines': 'Name lines that the file has.',
    'missing-region': 'Name a region that the file marks, or mark it there.',
    'missing-symbol': 'Name a declaration of the file, or name lines or a region.',
    'nothing-found': 'Mend the comment: it names no source, or stands before no code block.',
    'moved-lines': { summary: 'Link to where the lines are now.', severity: 'warn' },
    'changed-lines': {
      summary: 'Read the lines as they are now; then link to them, or say that this is how it was.',
      severity: 'warn',
    },
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      wholeFiles: {
        type: 'boolean',
        default: false,
        description: 'Whether a block with `file=path` and no part of it is the whole file.',
      },
      permalinks: {
        type: 'boolean',
        default: true,
        description: 'Whether links to lines of commits of the own repository are looked at.',
      },
    },
  },
  extract(document) {
    if (document.path === packageFile)
      return /"[^"]*\bembedme\b/.test(document.text) ? { claims: [], embedme: true } : undefined;
    if (document.kind !== 'markdown') return undefined;
    const claims = readClaims(document);
    return claims.length === 0 ? undefined : { claims };
  },
  *sources(project, options, facts) {
    const isAsked = project.asked.some((path) =>
      facts.get(path)?.claims.some((claim) => 'by' in claim && claim.by === 'first-line'),
    );
    if (isAsked) yield packageFile;
    for (const { page, claim } of judged(project, facts, options)) {
      const found = findFile(project, page, claim);
      if ('path' in found) yield found.path;
    }
  },
  references: (project, options, facts) => claimReferences(project, judged(project, facts, options)),
  *check(project, options, facts) {
    for (const path of project.asked) {
      if (!project.isPage(path)) continue;
      for (const claim of facts.get(path)?.claims ?? []) {
        if ('mistake' in claim)
          yield { path, code: 'nothing-found', span: claim.span, message: claim.mistake };
      }
    }
    const all = [...judged(project, facts, options)];
    const fates = lostFiles(project, all);
    for (const { page, claim } of all) {
      const finding = checkClaim(project, page, claim, fates);
      if (finding) yield finding;
    }
    if (options.permalinks) yield* checkPermalinks(project);
  },
});

interface Judged {
  readonly page: Path;
  readonly claim: Claim;
}

/** What is a claim, and no title: see the page of the rule. */
function* judged(project: Project, facts: Facts, { wholeFiles }: Options): Iterable<Judged> {
  const isEmbedded = facts.get(packageFile)?.embedme === true;
  for (const page of project.asked) {
    if (!project.isPage(page)) continue;
    for (const claim of facts.get(page)?.claims ?? []) {
      if ('mistake' in claim) continue;
      if (claim.by === 'info' && !claim.source.part && !wholeFiles) continue;
      if (claim.by === 'first-line' && !isEmbedded) continue;
      yield { page, claim };
    }
  }
}

/** What became of the files that are named and not there, asked once. */
function lostFiles(project: Project, all: readonly Judged[]): ReturnType<Project['fates']> {
  const lost = new Set<Path>();
  for (const { page, claim } of all) {
    const found = findFile(project, page, claim);
    if ('wanted' in found && found.wanted !== undefined) lost.add(found.wanted);
  }
  return lost.size === 0 ? new Map() : project.fates([...lost].sort());
}
