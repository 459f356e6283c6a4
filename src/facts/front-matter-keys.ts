import type { Json } from '../model.js';
import { readToml } from '../toml.js';
import { readYaml } from '../yaml.js';

/** Front matter by which some generator decides where a page is, or what else leads to it. */
const names = [
  'aliases',
  'id',
  'permalink',
  'redirect_from',
  'redirect_to',
  'redirectFrom',
  'redirects',
  'slug',
  'url',
];
const wanted = new Set(names);
const mentioned = new RegExp(`^["']?(?:${names.join('|')})["']?[ \\t]*[:=]`, 'm');
const scalar = /^(?:([\w./][\w ./~-]*)|"([^"\\]*)"|'([^']*)')$/;
const item = /^[ \t]*-[ \t]+(.*)$/;

/** The values, each a string or a list of strings; of a list of redirects, what each one is `from`. */
export type FrontMatterKeys = Readonly<Record<string, string | readonly string[]>>;

/** Reads the front matter between its markers. What is no text, such as an empty value, is left out. */
export function frontMatterKeys(value: string, syntax: 'yaml' | 'toml'): FrontMatterKeys {
  if (!mentioned.test(value)) return {};
  return (
    (syntax === 'yaml' && simpleYaml(value)) || keysOf(syntax === 'yaml' ? readYaml(value) : readToml(value))
  );
}

/** Lines of `key: word` and lists of words; undefined when one of the keys has more to it. */
function simpleYaml(value: string): FrontMatterKeys | undefined {
  const found: Record<string, string | readonly string[]> = {};
  const lines = value.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    const match = /^(\w+):(.*)$/.exec(line);
    if (!match) {
      if (mentioned.test(line)) return undefined;
      continue;
    }
    const key = match[1] as string;
    if (!wanted.has(key)) continue;
    const written = (match[2] as string).trim();
    const read = written === '' ? listBelow(lines, index + 1) : (wordOf(written) ?? flowList(written));
    if (read === undefined) return undefined;
    if (read.length > 0) found[key] = read;
  }
  return found;
}

function wordOf(written: string): string | undefined {
  const match = scalar.exec(written);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
}

function flowList(written: string): readonly string[] | undefined {
  if (!/^\[[^[\]{}]*\]$/.test(written)) return undefined;
  const inner = written.slice(1, -1).replace(/,\s*$/, '');
  return allWords(inner.trim() === '' ? [] : inner.split(','));
}

/** The `- word` lines that follow; undefined when something else is indented below. */
function listBelow(lines: readonly string[], start: number): readonly string[] | undefined {
  const words: string[] = [];
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] as string;
    const match = item.exec(line);
    if (match) words.push(match[1] as string);
    else if (line.trim() === '') continue;
    else if (/^[ \t]/.test(line)) return undefined;
    else break;
  }
  return allWords(words);
}

function allWords(written: readonly string[]): readonly string[] | undefined {
  const words = written.map((one) => wordOf(one.trim()));
  return words.includes(undefined) ? undefined : (words as string[]);
}

function keysOf(value: Json): FrontMatterKeys {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const found: [string, string | readonly string[]][] = [];
  for (const [key, one] of Object.entries(value)) {
    if (!wanted.has(key) || one === undefined) continue;
    const texts = Array.isArray(one) ? (one as readonly Json[]).flatMap(textsIn) : textsIn(one);
    if (Array.isArray(one) && texts.length > 0) found.push([key, texts]);
    else if (texts[0] !== undefined) found.push([key, texts[0]]);
  }
  return Object.fromEntries(found);
}

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { from } = value as { readonly [key: string]: Json | undefined };
  return typeof from === 'string' ? [from] : [];
}
