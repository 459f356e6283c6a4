import { once } from '../once.js';
import { emoji } from './emoji.js';

/**
 * The one place that makes text safe for where it is shown. Text from a document, a path or a message may
 * hold control characters, bidirectional overrides, or what a CI runner takes for a command:
 *
 * - GitHub: `::name …::` at the start of a line, white space aside, and `##[name]` anywhere in it.
 * - Azure: `##vso[area.name …]` anywhere; its log also styles lines by `##[name]`. TeamCity: `##teamcity[…]`.
 *
 * Both runners search with the comparison of the current culture, which skips what has no weight in Unicode
 * collation: a soft hyphen, a Hebrew accent or an Arabic tatweel between the characters hides nothing.
 *
 * Nothing is taken away. A character that cannot be seen is shown by its picture (`␛`) or its number
 * (`<U+202E>`), and a command gets a backslash where Markdown would put it: `##\[name]`, `\::name::`.
 */

const esc = '\u001b';
/** What this program itself writes: colours and OSC 8 hyperlinks. */
const ours = `${esc}(?:\\[[0-9;]*m|\\]8;;[!-~]*${esc}\\\\)`;
/** Characters without weight in collation that stay as they are because they can be seen. */
const weightless = '\\p{M}\\p{Cf}\\u0640\\u07fa\\u180a\\u1cd3\\ufe73';

/** What anybody can see, without a look at the tables of Unicode. */
const plain = /^[ -~]*$/;
/** What cannot be seen, or steers the terminal. */
const unseenSet = '[\\p{Cc}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\u2028\\u2029\\ufff9-\\ufffb]';
const unseen = once(() => new RegExp(unseenSet, 'u'));
/** Emoji stand first so that the joiners inside them are left alone. */
const emojiOrUnseen = once(() => new RegExp(`${emoji}|${unseenSet}`, 'gv'));
const hashCommand = once(() => new RegExp(`#[${weightless}]*#(?=[\\w${weightless}]*[\\[${esc}])`, 'gu'));
const colonCommand = once(
  () => new RegExp(`^(?:[\\s${weightless}]|${ours})*(?=:(?:[${weightless}]|${ours})*:)`, 'u'),
);

/** Makes text safe for one line of a terminal or a CI log; line ends and tabs become visible too. */
export function safeTerminal(text: string): string {
  return disarm(visible(text));
}

/** Shows every character that cannot be seen or that steers the terminal. */
export function visible(text: string): string {
  return replaceUnseen(text, (char) => {
    const code = char.codePointAt(0) as number;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/**
 * Lines as they are written, each with a line end and kept from being a command. They may hold our own
 * colours and hyperlinks; all else in them is safe already, but two harmless parts may be a command together.
 */
export function safeLines(lines: readonly string[]): string {
  return lines.map((line) => `${disarm(line)}\n`).join('');
}

/**
 * A line of text as it is, byte for byte, for programs to read, save where a CI log would take it for a command, and
 * save control characters, which are shown. Tabs stay, and a carriage return at the end.
 */
export function safeRaw(line: string): string {
  const [, text = '', end = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
  return disarm(text.replace(/[^\P{Cc}\t]/gu, visible)) + end;
}

function disarm(line: string): string {
  let result = '';
  let from = 0;
  for (const at of breaks(line)) {
    result += `${line.slice(from, at)}\\`;
    from = at;
  }
  return result + line.slice(from);
}

/** The offsets before which a backslash makes a command harmless, in order. */
export function breaks(text: string, isLineStart = true): number[] {
  const colon = isLineStart && text.includes(':') ? colonCommand().exec(text) : null;
  const found = colon ? [colon[0].length] : [];
  if (!text.includes('#')) return found;
  for (const match of text.matchAll(hashCommand())) found.push(match.index + match[0].length);
  return found;
}

/** The same JSON value in characters that are safe to show: what is unsafe inside a string is escaped. */
export function safeJson(json: string): string {
  return json
    .split('\n')
    .map((line) =>
      replaceUnseen(line, unicodeEscapes).replace(hashCommand(), (hashes) => `${hashes.slice(0, -1)}\\u0023`),
    )
    .join('\n');
}

/** Text of a GitHub workflow command, one line of it: what stands behind its second `::`. */
export function safeGithub(text: string): string {
  return safeTerminal(text).replaceAll('%', '%25');
}

/** The value of a property of a GitHub workflow command. */
export function safeGithubProperty(text: string): string {
  return safeGithub(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text of an Azure logging command: what stands behind its `]`. */
export function safeAzure(text: string): string {
  return safeTerminal(text).replaceAll('%', '%AZP25');
}

/** The value of a property of an Azure logging command. */
export function safeAzureProperty(text: string): string {
  return safeAzure(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}

/**
 * Prose with code in backticks, as Markdown inside of a line: all else in it is text, and none of it a link, HTML, or
 * what a forge makes of `@name` and `#1`.
 */
export function safeMarkdown(text: string): string {
  const parts = text.split(/`([^`]+)`/);
  const isBetween = (index: number) => index > 0 && index < parts.length - 1;
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return safeMarkdownCode(part);
      return part === '' && isBetween(index) ? ' ' : markdownText(part);
    })
    .join('');
}

/** Any text as code of Markdown inside of a line. */
export function safeMarkdownCode(text: string): string {
  const code = safeTerminal(text);
  if (code === '') return '';
  const longest = (code.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const isEaten = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
  const pad = longest > 0 || isEaten ? ' ' : '';
  const fence = '`'.repeat(longest + 1);
  return `${fence}${pad}${code}${pad}${fence}`;
}

function markdownText(text: string): string {
  return visible(text)
    .replace(/[\\`*_{}[\]<>()#+!|~&$^=]/g, '\\$&')
    .replace(/@|#(?=\d)|:(?=\/\/)|www(?=\.)/gi, '$&<!-- -->');
}

/** A path as a relative URI. A half of a character, which no URI can hold, becomes U+FFFD. */
export function safeUri(path: string): string {
  return path
    .split('/')
    .map((name) => encodeURIComponent(name.toWellFormed()))
    .join('/');
}

/** Plain text of SARIF, where `[text](target)` would be a link. */
export function safeSarif(text: string): string {
  return /\][ \t]*\(/.test(text) ? text.replace(/[\\[\]]/g, '\\$&') : text;
}

/**
 * Text of XML 1.0 or HTML, in an element or an attribute. What XML forbids is shown as on a terminal, and so is all that
 * cannot be seen. It stays on its line.
 */
export function safeXml(text: string): string {
  return visible(text)
    .replace(/[\ufffe\uffff]/g, (char) => `<U+${char.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(hashCommand(), (hashes) => `${hashes.slice(0, -1)}\0`)
    .replace(/[&<>"'\0]/g, (char) => xmlEntities.get(char) as string);
}

const xmlEntities: ReadonlyMap<string, string> = new Map([
  ...(['&amp', '<lt', '>gt', '"quot', "'apos"].map((pair) => [pair[0], `&${pair.slice(1)};`]) as [
    string,
    string,
  ][]),
  ['\0', '&#35;'],
]);

function replaceUnseen(text: string, replace: (char: string) => string): string {
  if (plain.test(text) || !unseen().test(text)) return text;
  return text.replace(emojiOrUnseen(), (found) => (isOneUnseen(found) ? replace(found) : found));
}

function isOneUnseen(found: string): boolean {
  return unseen().test(found) && found.length === String.fromCodePoint(found.codePointAt(0) as number).length;
}

function unicodeEscapes(char: string): string {
  return char
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
