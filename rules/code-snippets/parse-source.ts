import type { Part, Source } from './facts.js';

const keys = ['file', 'lines', 'region', 'symbol'] as const;
type Key = (typeof keys)[number];

interface Word {
  readonly text: string;
  readonly at: number;
}

export type Parsed =
  | { readonly source: Source }
  /** `sure` where it is a mistake whatever else reads the info string. */
  | { readonly mistake: string; readonly sure: boolean };

/** What says that the file is one of another repository or another time. */
const elsewhere = /(?:^|\s)(?:tag|ref|rev|revision|commit|sha|branch|repo|repository|url)=/;

/** `file=path` with a part, in the info string of a code block; undefined where none is named. */
export function sourceInInfo(info: string, offset: number): Parsed | undefined {
  if (elsewhere.test(info)) return undefined;
  const words = named(info, offset);
  const file = words.get('file');
  return file && sourceOf(file, words);
}

/** `path` with a part, as a comment of ours writes it. */
export function sourceInComment(content: string, offset: number): Parsed {
  const match = /^\s*(?:"([^"]+)"|'([^']+)'|([^\s"'=]+))(?=\s|$)/.exec(content);
  const text = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || text === undefined) {
    const advice =
      'Write `docs-lint-snippet <file>`, with `#L10-L20`, `region=` or `symbol=` where a part is meant.';
    return { mistake: `This comment names no file. ${advice}`, sure: true };
  }
  const rest = content.slice(match[0].length);
  const odd = rest.replace(attribute, '').trim();
  if (odd !== '') {
    const advice = 'Write `lines=`, `region=` or `symbol=`.';
    return { mistake: `\`${odd.slice(0, 60)}\` has no meaning in this comment. ${advice}`, sure: true };
  }
  const at = offset + match.index + match[0].lastIndexOf(text);
  return sourceOf({ text, at }, named(rest, offset + match[0].length));
}

const attribute = /(?<=^|\s)(file|lines|region|symbol)=(?:"([^"]*)"|'([^']*)'|([^\s"']\S*))/g;

function named(text: string, offset: number): Map<Key, Word> {
  const words = new Map<Key, Word>();
  for (const match of text.matchAll(attribute)) {
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    const at = offset + match.index + match[0].indexOf(value, (match[1] as string).length + 1);
    if (!words.has(match[1] as Key)) words.set(match[1] as Key, { text: value, at });
  }
  return words;
}

function sourceOf({ text, at }: Word, words: ReadonlyMap<Key, Word>): Parsed {
  const hash = /^([^#]+)#(L\d+(?:-L?\d*)?|[\w.-]+)$/.exec(text);
  const path = hash?.[1] ?? text;
  const pathSpan = [at, at + path.length] as const;
  const fragment = hash?.[2];
  const parts: Pick<Source, 'part' | 'range'>[] = [];
  if (fragment !== undefined) parts.push(fragmentPart(fragment, at + path.length + 1));
  const lines = words.get('lines');
  if (lines) {
    const range = rangeOf(lines.text);
    if (!range)
      return {
        mistake: `\`lines=${lines.text.slice(0, 60)}\` names no lines. Write \`lines=10-20\`.`,
        sure: false,
      };
    parts.push(linesPart(range, lines));
  }
  const region = words.get('region')?.text;
  if (region) parts.push({ part: { region } });
  const symbol = words.get('symbol')?.text;
  if (symbol) parts.push({ part: { symbol } });
  if (parts.length > 1) {
    const mistake = `Two parts of \`${path}\` are named. Name lines, a region or a symbol.`;
    return { mistake, sure: true };
  }
  return { source: { path, pathSpan, ...parts[0] } };
}

function fragmentPart(fragment: string, at: number): Pick<Source, 'part' | 'range'> {
  const lines = /^L\d/.test(fragment) ? rangeOf(fragment) : undefined;
  if (lines) return linesPart(lines, { text: fragment, at });
  const region: Part = { region: fragment };
  return { part: region };
}

function linesPart(
  lines: readonly [number, number | null],
  { text, at }: Word,
): Pick<Source, 'part' | 'range'> {
  return { part: { lines }, range: { text, span: [at, at + text.length] } };
}

/** `10`, `10-20`, `10-`, each with or without `L`. */
function rangeOf(text: string): readonly [number, number | null] | undefined {
  const match = /^L?(\d{1,9})(?:(-)L?(\d{0,9}))?$/.exec(text);
  if (!match) return undefined;
  const first = Number(match[1]);
  const last = match[2] === undefined ? first : match[3] === '' ? null : Number(match[3]);
  return first < 1 || (last !== null && last < first) ? undefined : [first, last];
}
