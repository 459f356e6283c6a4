import { code, type Document, type Lookout, nameOf, type Path, type Proposal } from '../../../src/rule.js';
import { declarations } from '../declarations.js';
import type { PageOption } from '../docs-options.js';
import type { CodeValuesFacts } from '../facts.js';
import { languageOf } from '../languages/index.js';
import { listValues } from '../list-values.js';
import type { Options } from '../options.js';
import { readPage } from '../read-page.js';
import { type CodeSet, codeSets } from './code-sets.js';
import { type PageList, pageLists } from './page-lists.js';
import { foldWord, sourceWords } from './source-words.js';
import { type SyncComment, syncComments } from './sync-comments.js';

/** A list of the docs and the set in code that is most like it. */
interface Pair {
  readonly list: PageList;
  readonly set: CodeSet;
  readonly shared: number;
  /** What both have, of what either has: 1 when they are equal. */
  readonly likeness: number;
  readonly comment?: SyncComment;
}

/** Longer sources are data, or made by a program. */
const longest = 1_000_000;
const tests =
  /(?:^|\/)(?:tests?|__tests__|testdata|fixtures|mocks?|vendor|third_party|node_modules|dist)\/|[._-](?:test|spec)\.\w+$|\.min\.\w+$|\.d\.ts$/;

/** Sets in code whose values stand in a list of the docs, and comments that ask to be kept in step with a page. */
export function* propose(lookout: Lookout): Iterable<Proposal> {
  const lists = allLists(lookout);
  const byValue = new Map<string, PageList[]>();
  for (const list of lists) {
    for (const { value } of list.values) {
      const its = byValue.get(foldWord(value));
      if (its) its.push(list);
      else byValue.set(foldWord(value), [list]);
    }
  }
  const best = new Map<PageList, Pair>();
  const comments: { readonly path: Path; readonly comment: SyncComment }[] = [];
  for (const path of lookout.files.filter(isSource)) {
    const text = textOf(lookout.read(path));
    if (text === undefined) continue;
    const asked = syncComments(text);
    comments.push(...asked.map((comment) => ({ path, comment })));
    const near = [...candidates(text, byValue)];
    if (near.length === 0) continue;
    const sets = codeSets(path, text);
    for (const list of near) {
      const comment = asked.find(({ page }) => isNamed(page, list.path));
      for (const set of sets) {
        const pair = compare(list, set, comment);
        if (pair && isBetter(pair, best.get(list))) best.set(list, pair);
      }
    }
  }
  const proposed = [...grouped(best.values())].flatMap((pairs) => proposal(lookout, pairs) ?? []);
  yield* proposed.map(({ proposal }) => proposal);
  const used = new Set(proposed.flatMap(({ pairs }) => pairs.map(({ comment }) => comment)));
  for (const { path, comment } of comments) {
    if (used.has(comment)) continue;
    yield {
      found: `${path}:${comment.line} asks to be kept in step with ${comment.page}, where no list of its values was found`,
    };
  }
}

function allLists({ project, read }: Lookout): readonly PageList[] {
  return project.pages.flatMap((path) => {
    const document = read(path);
    return document?.kind === 'markdown' ? pageLists(document, project.files.get(path)?.headings ?? []) : [];
  });
}

function isSource(path: Path): boolean {
  const language = languageOf(path);
  return language !== undefined && !language.isData && language.inPackage(nameOf(path)) && !tests.test(path);
}

function textOf(document: Document | undefined): string | undefined {
  return document && document.text.length <= longest ? document.text : undefined;
}

/** A comment may name a page by its path, by a url that ends with it, or by the end of it. */
function isNamed(page: string, path: Path): boolean {
  return `/${page}`.endsWith(`/${path}`) || `/${path}`.endsWith(`/${page.replace(/^(?:\.{1,2}\/)+/, '')}`);
}

/** Lists of which most values are words of a source. */
function* candidates(text: string, byValue: ReadonlyMap<string, readonly PageList[]>): Iterable<PageList> {
  const counts = new Map<PageList, number>();
  for (const word of sourceWords(text)) {
    for (const list of byValue.get(word) ?? []) counts.set(list, (counts.get(list) ?? 0) + 1);
  }
  for (const [list, count] of counts) {
    if (count >= 2 && count >= list.values.length / 2) yield list;
  }
}

/** A pair that can be no coincidence: most of each side is on the other. Where a comment says so, half of it is enough. */
function compare(list: PageList, set: CodeSet, comment: SyncComment | undefined): Pair | undefined {
  const shared = list.values.filter(({ value }) => set.values.has(value)).length;
  const isNear = (share: number): boolean =>
    shared >= list.values.length * share && shared >= set.values.size * share;
  if (shared < 2 || (!(isNear(0.75) && shared >= 3) && !(comment && isNear(0.5)))) return undefined;
  const likeness = shared / (list.values.length + set.values.size - shared);
  return { list, set, shared, likeness, ...(comment ? { comment } : {}) };
}

function isBetter(pair: Pair, other: Pair | undefined): boolean {
  if (!other) return true;
  const rank = ({ likeness, comment, set }: Pair) => [comment ? 1 : 0, likeness, -set.code.file.length];
  const [ours, theirs] = [rank(pair), rank(other)];
  const first = ours.findIndex((value, index) => value !== theirs[index]);
  return first >= 0 && (ours[first] as number) > (theirs[first] as number);
}

/** The lists of one set together, in the order of their pages. */
function grouped(pairs: Iterable<Pair>): Iterable<[Pair, ...Pair[]]> {
  const groups = new Map<string, [Pair, ...Pair[]]>();
  for (const pair of pairs) {
    const key = JSON.stringify(pair.set.code);
    const known = groups.get(key);
    if (known) known.push(pair);
    else groups.set(key, [pair]);
  }
  return groups.values();
}

function proposal(lookout: Lookout, pairs: readonly [Pair, ...Pair[]]) {
  const docs = pairs.flatMap((pair) => {
    const place = placeOf(lookout, pair.list);
    return place ? [{ pair, place }] : [];
  });
  if (docs.length === 0) return undefined;
  const [{ set }] = pairs;
  const options = { lists: [{ code: { ...set.code }, docs: docs.map(({ place }) => ({ ...place })) }] };
  const found = `${set.of} in ${set.code.file} and ${docs.map(({ pair, place }) => said(pair, place)).join('; ')}`;
  return { pairs, proposal: { found, options } };
}

function said({ list, set, shared }: Pair, { file, under, after }: PageOption): string {
  const where = after ?? under;
  const more = [
    set.values.size > shared ? `${set.values.size - shared} in the code alone` : '',
    list.values.length > shared ? `${list.values.length - shared} on the page alone` : '',
  ].filter((part) => part !== '');
  return `${file}${where === undefined ? '' : `, ${after === undefined ? 'under' : 'after'} ${code(where)}`}: ${[`${shared} values on both sides`, ...more].join(', ')}`;
}

/** The plainest way to name a place by which the rule itself finds these very values. */
function placeOf({ project, read }: Lookout, { path, values, ways }: PageList): PageOption | undefined {
  const document = read(path);
  if (document?.kind !== 'markdown') return undefined;
  return ways.find((way) => {
    const options: Options = { lists: [{ code: { file: path }, docs: [way] }] };
    const page = readPage(document, options);
    const facts = new Map<Path, CodeValuesFacts>(page ? [[path, page]] : []);
    const [declaration] = declarations(options, facts, () => ({ path, span: [0, 0] }));
    const [place] = declaration?.docs ?? [];
    const found = place ? listValues(project, place, facts) : undefined;
    if (!found || 'missing' in found || found.values.length !== values.length) return false;
    return found.values.every(({ span }, index) => span[0] === values[index]?.span[0]);
  });
}
