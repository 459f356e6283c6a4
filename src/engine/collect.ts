import { UserError } from '../errors.js';
import { type CoreFacts, extractFacts } from '../facts/extract.js';
import { parsedPage } from '../markdown/parsed-page.js';
import type { Document, Facts, Failure, Json, MarkdownDocument, Path } from '../model.js';
import { lineStarts } from '../text.js';
import type { pageChecker } from './check-page.js';
import type { RunInput } from './input.js';
import { corePart, factsPart, type PartName } from './page-parts.js';
import type { Plan } from './plan.js';
import { unwatched } from './watch.js';

type ProjectTask = Plan['projectTasks'][number];

type Reading = Pick<
  RunInput,
  'cache' | 'configTexts' | 'host' | 'memory' | 'parser' | 'plugins' | 'watch'
> & {
  /** Turns a generator's own blocks into Markdown's terms; the text stays as long as it is. */
  readonly asParsed?: (text: string) => string;
};

/** A file as it was read; a page may be parsed yet. */
type Source = { readonly path: Path; readonly text: string } & (
  | { readonly kind: 'markdown'; readonly syntax: 'md' | 'mdx' }
  | { readonly kind: 'data' | 'source' }
);

/** Reads one file, lets the tasks look at it, and keeps facts alone. Undefined when it cannot be read. */
export function collect(
  path: Path,
  input: Reading,
  tasks: readonly ProjectTask[],
  failures: Failure[],
  checkPage: ReturnType<typeof pageChecker>,
): Facts | undefined {
  const { watch = unwatched } = input;
  return attempt(path, failures, () => {
    const source = watch({ phase: 'read', path }, () => readSource(path, input));
    if (!source) return undefined;
    const { text } = source;
    let document: Document | undefined;
    let starts: readonly number[] | undefined;
    const parsed = (): Document => {
      document ??= watch({ phase: 'parse', path }, () => parse(source, input));
      return document;
    };
    const { part, keep } = parts(path, text, input);
    const core = part(corePart(input.asParsed !== undefined), () => {
      const {
        path: _path,
        lineStarts: counted,
        ...rest
      } = watch({ phase: 'facts', path }, () => extractFacts(parsed()));
      starts = counted;
      return rest;
    }) as Omit<CoreFacts, 'path' | 'lineStarts'>;
    const byRule: Record<string, Json> = {};
    for (const task of tasks) {
      const { id, key, rule, options } = task;
      if (!rule.extract) continue;
      const [facts] = part(factsPart(task, input), (): Json[] => {
        const found = watch({ phase: 'rule', rule: id, path }, () => rule.extract?.(parsed(), options));
        return found === undefined ? [] : [apart(found)];
      });
      if (facts !== undefined) byRule[key] = facts;
    }
    const isPage = source.kind === 'markdown';
    const page = { path, text, document: () => parsed() as MarkdownDocument };
    const findings = isPage ? checkPage(page, part) : {};
    keep();
    return { ...core, path, lineStarts: starts ?? lineStarts(text), byRule, findings };
  });
}

/** The same facts, and nothing of the page that they were cut out of, which they would keep in memory. */
function apart<T extends Json>(facts: T): T {
  return JSON.parse(JSON.stringify(facts)) as T;
}

/** What is known of a text, and what is worked out now: `keep` puts that where this run and others will find it. */
function parts(path: Path, text: string, { cache, memory }: Reading) {
  const known = { ...cache?.get(path, text), ...memory?.get(path, text) };
  const lasting: Record<string, Json> = {};
  const fresh: Record<string, Json> = {};
  return {
    part<T>({ name, isLasting }: PartName, make: () => T): T {
      if (Object.hasOwn(known, name)) return known[name] as T;
      const made = make();
      fresh[name] = made as Json;
      if (isLasting) lasting[name] = made as Json;
      return made;
    },
    keep(): void {
      if (Object.keys(fresh).length > 0) memory?.put(path, text, fresh);
      if (Object.keys(lasting).length > 0) cache?.put(path, text, lasting);
    },
  };
}

/** Undefined for a file that is not there, and for one that cannot be read, which `failures` tells of. */
export function readDocument(path: Path, input: Reading, failures: Failure[]): Document | undefined {
  return attempt(path, failures, () => {
    const source = readSource(path, input);
    return source && parse(source, input);
  });
}

function readSource(path: Path, { configTexts, host }: Reading): Source | undefined {
  const text = configTexts.get(path) ?? host.read(path, 'checked');
  if (text === undefined) return undefined;
  if (/\.(?:md|mdx|markdown)$/i.test(path)) {
    return { path, text, kind: 'markdown', syntax: /\.mdx$/i.test(path) ? 'mdx' : 'md' };
  }
  return { path, text, kind: /\.(?:json|jsonc|json5|ya?ml|toml)$/i.test(path) ? 'data' : 'source' };
}

function parse(source: Source, { asParsed, parser }: Reading): Document {
  if (source.kind !== 'markdown') return source;
  const { text, syntax } = source;
  return parsedPage(source, parser.read(asParsed?.(text) ?? text, syntax));
}

/** What is expected to go wrong with a file is its failure. */
function attempt<T>(path: Path, failures: Failure[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    failures.push({ ...error.place, path, message: error.message });
    return undefined;
  }
}
