import { code, nearest, type Span } from '../../src/rule.js';
import { caseNames, formNames, relationNames, splitNames } from './docs-options.js';
import type { Comment, Mistake, Value } from './facts.js';

const form = '`docs-lint-values <file> <name>`';
const exemptForm = '`except "<value>" -- <reason>`';
const directive = /^\s*docs-lint-([\w-]+)/;
const longest = 10_000;
const keys = ['as', 'column', 'level', 'split', 'relation', 'case', 'ordered'];
const choices = { as: formNames, split: splitNames, relation: relationNames, case: caseNames };

interface Word extends Value {
  readonly quoted: boolean;
}

type Exempt = Comment['exempt'][number];

/** The declarations in the comments of a raw HTML node or an MDX expression, by what it is written as. */
export function* readComments(text: string, [start, end]: Span): Generator<Comment | Mistake> {
  const raw = text.slice(start, end);
  if (!raw.includes('docs-lint-')) return;
  // On a page that is no valid MDX, a comment of MDX is an `html` node too.
  const opening = /^\{\s*\/\*/.exec(raw)?.[0].length;
  if (opening !== undefined) {
    const close = raw.lastIndexOf('*/');
    if (close >= opening) yield* readComment(raw.slice(opening, close), start + opening, [start, end]);
    return;
  }
  for (let open = raw.indexOf('<!--'); open >= 0; ) {
    const close = raw.indexOf('-->', open + 2);
    if (close < 0) return;
    yield* readComment(raw.slice(open + 4, close), start + open + 4, [start + open, start + close + 3]);
    open = raw.indexOf('<!--', close + 3);
  }
}

function* readComment(content: string, offset: number, span: Span): Generator<Comment | Mistake> {
  const match = directive.exec(content);
  if (!match) return;
  const name = match[1] as string;
  if (name !== 'values') {
    if (nearest(name, ['values']) === undefined) return;
    yield {
      code: 'nothing-found',
      span,
      mistake: `\`docs-lint-${name}\` is no comment of docs-lint. Did you mean \`docs-lint-values\`?`,
    };
    return;
  }
  if (content.length > longest) {
    yield {
      code: 'nothing-found',
      span,
      mistake: `This comment is longer than ${longest} characters. Declare the list in the config.`,
    };
    return;
  }
  yield* parse(content, match[0].length, offset, span);
}

function* parse(content: string, at: number, offset: number, span: Span): Generator<Comment | Mistake> {
  const [head = '', ...clauses] = content.slice(at).split(/(?=\bexcept\s+")/);
  const [file, name, ...rest] = beforeDashes(words(head, offset + at)).words;
  if (!file || !name) {
    yield {
      code: 'nothing-found',
      span,
      mistake: `This comment names no ${file ? 'type or constant' : 'source file'}. Write ${form}.`,
    };
    return;
  }
  const place = readPlace(rest);
  if (typeof place === 'string') {
    yield { code: 'nothing-found', span, mistake: place };
    return;
  }
  const exempt: Exempt[] = [];
  let clauseAt = at + head.length;
  for (const clause of clauses) {
    const found = readExempt(clause, offset + clauseAt);
    if ('mistake' in found) yield found;
    else exempt.push(...found.exempt);
    clauseAt += clause.length;
  }
  yield { span, file: file.value, fileSpan: file.span, name: name.value, ...place, exempt };
}

type Settings = Omit<Comment, 'span' | 'file' | 'fileSpan' | 'name' | 'exempt'>;

function readPlace(words: readonly Word[]): Settings | string {
  const place: { -readonly [key in keyof Settings]: Settings[key] | string } = {};
  for (let at = 0; at < words.length; at++) {
    const key = words[at]?.value ?? '';
    if (key === 'except') return `\`except\` needs its value in quotes. Write ${exemptForm}.`;
    if (key === 'ordered') {
      place.ordered = true;
      continue;
    }
    const word = words[++at];
    if (key === 'column' && word) place.column = columnOf(word);
    else if (key === 'level') {
      if (!/^[1-6]$/.test(word?.value ?? '')) return '`level` needs a number from 1 to 6 behind it.';
      place.level = Number(word?.value);
    } else if (isChoice(key)) {
      const names: readonly string[] = choices[key];
      if (!word || !names.includes(word.value)) return `\`${key}\` needs ${either(names)} behind it.`;
      place[key] = word.value;
    } else {
      return `${code(key)} means nothing here. Write ${form}, then ${either(keys, ',')} or ${exemptForm}.`;
    }
  }
  return place as Settings;
}

function isChoice(key: string): key is keyof typeof choices {
  return Object.hasOwn(choices, key);
}

function either(names: readonly string[], last = ' or'): string {
  return names
    .map((name) => `\`${name}\``)
    .join(', ')
    .replace(/, ([^,]*)$/, `${last} $1`);
}

/** A number stands for the column of that place, unless it is quoted. */
function columnOf({ value, quoted }: Word): string | number {
  return !quoted && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : value;
}

function readExempt(clause: string, offset: number): { readonly exempt: readonly Exempt[] } | Mistake {
  const { words: values, dashes } = beforeDashes(words(clause, offset).slice(1));
  const reason = dashes ? clause.slice(dashes.span[1] - offset).trim() : '';
  const odd = values.find(({ quoted }) => !quoted);
  const span: Span = [values[0]?.span[0] ?? offset, values.at(-1)?.span[1] ?? offset + clause.length];
  const mistake = odd
    ? `${code(odd.value)} means nothing here. Write ${exemptForm}.`
    : `An exemption without a reason does not count. Write ${exemptForm}.`;
  if (odd || reason === '') return { code: 'unused-exemption', span: odd?.span ?? span, mistake };
  return { exempt: values.map(({ value, span }) => ({ value, span, reason })) };
}

/** The words up to the `--` behind which a person writes. */
function beforeDashes(all: readonly Word[]): { words: readonly Word[]; dashes: Word | undefined } {
  const at = all.findIndex(({ value, quoted }) => value === '--' && !quoted);
  return { words: at < 0 ? all : all.slice(0, at), dashes: all[at] };
}

/** Words, and texts in double quotes in which `\"` and `\\` are escapes; commas separate too. */
function words(text: string, offset: number): Word[] {
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"?|[^\s,"]+/gs)].map(({ 0: whole, 1: quoted, index }) => ({
    value: quoted === undefined ? whole : quoted.replace(/\\(["\\])/g, '$1'),
    quoted: quoted !== undefined,
    span: [offset + index, offset + index + whole.length],
  }));
}
