import type { Fix, Path, Range, Result } from '../model.js';
import { type Entry, entries } from './entries.js';
import type { Format, ReportContext } from './format.js';
import { inRepository } from './in-repository.js';
import { lineHashes } from './line-hashes.js';
import { safeJson, safeSarif, safeUri } from './safe.js';

/** SARIF 2.1.0, for GitHub code scanning and other viewers. */
export const sarif: Format = { name: 'sarif', render };

function render(result: Result, context: ReportContext): string {
  const found = entries(result).filter(({ problem }) => problem !== undefined);
  const names = [...new Set(found.map(({ name }) => name))].sort();
  const hashOf = hashes(found, context);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: context.tool.name,
            semanticVersion: context.tool.version,
            rules: names.map((name) => rule(name, context)),
          },
        },
        invocations: [invocation(result, context)],
        columnKind: 'utf16CodeUnits',
        results: found.map((entry) => ({
          ruleId: entry.name,
          ruleIndex: names.indexOf(entry.name),
          level: entry.severity,
          message: { text: safeSarif(entry.message) },
          locations: [{ physicalLocation: physical(entry.path, context, entry) }],
          partialFingerprints: {
            ...hashOf(entry),
            [`${context.tool.name}/v1`]: entry.problem?.fingerprint,
          },
          ...(entry.related.length > 0 && {
            relatedLocations: entry.related.map((related, id) => ({
              id,
              physicalLocation: physical(related.path, context, related),
              message: { text: safeSarif(related.message) },
            })),
          }),
          ...(entry.fix && entry.fix.edits.length > 0 && { fixes: [fixOf(entry.fix, context)] }),
        })),
      },
    ],
  };
  return safeJson(`${JSON.stringify(log, null, 2)}\n`);
}

function rule(name: string, context: ReportContext): object {
  const helpUri = context.rulesUrl?.(name.split('/')[0] as string);
  const about = context.about?.(name);
  return {
    id: name,
    name,
    shortDescription: { text: about?.summary ?? name },
    ...(about?.advice && { fullDescription: { text: about.advice }, help: { text: about.advice } }),
    ...(helpUri !== undefined && { helpUri }),
  };
}

/** What the run was not able to do is no result but a word about the run. */
function invocation({ failures, notes }: Result, context: ReportContext): object {
  const told = [
    ...failures.map(({ path, line, column = 1, message }) => ({
      level: 'error',
      message: { text: safeSarif(message) },
      ...(path !== '' && {
        locations: [
          {
            physicalLocation: physical(
              path,
              context,
              line === undefined ? {} : { line, column, endLine: line, endColumn: column },
            ),
          },
        ],
      }),
    })),
    ...notes.map((note) => ({ level: 'note', message: { text: safeSarif(note) } })),
  ];
  return {
    executionSuccessful: failures.length === 0,
    ...(told.length > 0 && { toolExecutionNotifications: told }),
  };
}

function physical(path: Path, context: ReportContext, range: Partial<Range>): object {
  const { line, column, endLine, endColumn } = range;
  return {
    artifactLocation: { uri: safeUri(inRepository(path, context)) },
    ...(line !== undefined && {
      region: { startLine: line, startColumn: column, endLine, endColumn },
    }),
  };
}

function fixOf({ description, edits }: Fix, context: ReportContext): object {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: safeSarif(description) },
    artifactChanges: paths.map((changed) => ({
      artifactLocation: { uri: safeUri(inRepository(changed, context)) },
      replacements: edits
        .filter(({ path }) => path === changed)
        .map(({ start, end, text }) => ({
          deletedRegion: { charOffset: start, charLength: end - start },
          insertedContent: { text },
        })),
    })),
  };
}

/** Of a file whose text is at hand, with its byte order mark, as GitHub would read it. */
function hashes(found: readonly Entry[], context: ReportContext): (entry: Entry) => object {
  const lines = new Map<Path, Set<number>>();
  for (const { path, line } of found) {
    const wanted = lines.get(path);
    if (wanted) wanted.add(line as number);
    else lines.set(path, new Set([line as number]));
  }
  const byPath = new Map(
    [...lines].map(([path, wanted]) => {
      const text = context.text(path);
      return [path, text === undefined ? undefined : lineHashes(text, wanted)] as const;
    }),
  );
  return ({ path, line }) => {
    const hash = byPath.get(path)?.get(line as number);
    return hash === undefined ? {} : { primaryLocationLineHash: hash };
  };
}
