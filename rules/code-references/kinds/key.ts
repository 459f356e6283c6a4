import type { CodeName, Mention } from '../facts.js';
import { listOf, type PrefixOption } from '../options.js';
import { beginningWith } from './beginning-with.js';
import { beginsAny } from './begins-any.js';
import { blockKeys, formatOf } from './block-keys.js';
import { isData, keysOf } from './keys-of.js';
import type { CodePiece, Kind } from './kind.js';
import { foldedIn, linkNames, namesOf } from './link-names.js';
import { longestName, prefixedNames } from './prefixed-names.js';

/** What ends the name of a host or a file, and no key. */
const endings =
  /\.(?:com|org|net|io|dev|app|local|localhost|internal|example|test|exe|md|mdx|txt|ya?ml|json|toml|ini|conf|sh|go|js|ts|py|rb|rs|java|png|svg|html|lock|log|sock|service)$/i;

/** Keys of a configuration, with dots between them. */
export function keyKind({ prefix, sources }: PrefixOption): Kind {
  const prefixes = listOf(prefix).map((one) => one.replace(/\.*$/, '.'));
  const words = prefixedNames({ prefixes, letters: 'A-Za-z0-9_.-', ends: '.-' });
  // A block in another format is something else, such as what an API answers.
  const formats = new Set(listOf(sources).map((one) => formatOf(/\.(\w+)$/.exec(one)?.[1])));
  const isOurs = (path: string) => prefixes.some((one) => path.startsWith(one));
  return {
    title: 'configuration key',
    which: beginningWith(prefixes),
    *mentions(piece) {
      yield* dottedKeys(piece, words);
      const format = formatOf(piece.language);
      const isSame = format !== undefined && formats.has(format);
      for (const one of isSame ? blockKeys(piece, prefixes) : []) if (isOurs(one.name)) yield one;
    },
    *named(text) {
      for (const { name } of words(text)) yield name;
    },
    read(text, path) {
      const names = new Map<string, CodeName>();
      const beginnings = new Set<string>();
      for (const { path: key, span, holds } of keysOf(text, path)) {
        if (!isOurs(`${key}.`) || key.length > longestName) continue;
        if (holds === 'anything') beginnings.add(`${key}.`);
        if (!names.has(key)) names.set(key, [key, ...span, holds === 'keys' ? 0 : 1]);
      }
      for (const { name, span, before, after } of words(text)) {
        const isWhole = /["'`]$/.test(before) && after[0] === before.at(-1);
        if (name.includes('.') && !names.has(name)) {
          names.set(name, [name, ...span, isWhole ? 1 : 0]);
        }
      }
      const parts = isData(path) ? [] : partsIn(text);
      return { names: [...names.values()], beginnings: [...beginnings], parts };
    },
    link(files) {
      const names = namesOf(files);
      const parts = new Set(files.flatMap(([, { parts = [] }]) => parts));
      const isMade = (name: string) => name.split('.').every((one) => parts.has(bare(one)));
      const isBegun = beginsAny(names.keys());
      const known = linkNames(files, { fold, isMade: (name) => isMade(name) || isBegun(`${name}.`) });
      const first = prefixes.map((one) => one.slice(0, -1));
      return {
        ...known,
        isEmpty: known.isEmpty && !first.some(isMade),
        // What stands in a key that is wrong is not wrong once more.
        has: (mention) =>
          known.has(mention) ||
          (mention.above !== undefined && !known.has({ name: mention.above, span: mention.span })),
      };
    },
    documented: foldedIn(),
    isString: true,
  };
}

/** A code span that is a key, and keys that get a value by `=`, as in `--set a.b=c` and in properties. */
function* dottedKeys(
  { language, lines }: CodePiece,
  words: ReturnType<typeof prefixedNames>,
): Generator<Mention> {
  for (const { text, start } of lines) {
    const isKey =
      language === undefined && /^\s*[\w.-]+(?:\[[\w*]{0,20}\])?\.?\*?(?:\s*[:=].{0,300})?\s*$/.test(text);
    for (const { name, span, before, after } of words(text)) {
      const isFirst = text.slice(0, 40).search(/\S/) === span[0];
      const isSet = /^ ?=(?!=)/.test(after) && /(?:^|[\s,"'])$/.test(before);
      if (!(isKey && isFirst) && !isSet) continue;
      if (endings.test(name) || !/^[^.]+(?:\.[^.]+)+$/.test(name) || /^[/\\@]/.test(after)) continue;
      const isBeginning = /^(?:\.?[*<{]|\[)/.test(after);
      yield {
        name,
        span: [start + span[0], start + span[1]],
        ...(isBeginning ? { isBeginning: true as const } : {}),
      };
    }
  }
}

/** Strings, and the names of fields: what a key may be put together of. */
function partsIn(text: string): string[] {
  const parts = new Set<string>();
  for (const match of text.matchAll(/(["'`])([A-Za-z][\w-]{0,99})(?:\1|[,:=])/g))
    parts.add(bare(match[2] as string));
  for (const match of text.matchAll(
    /^[ \t]{0,40}(?:\w{1,40}(?:<[^<>]{0,40}>)?[ \t]{1,8}){0,4}([A-Za-z_]\w{0,99})\??[ \t]{0,20}[:=;]/gm,
  )) {
    parts.add(bare(match[1] as string));
  }
  return [...parts];
}

/** Frameworks find `hostName` by `host-name` and by `HOST_NAME`. */
function bare(word: string): string {
  return word.toLowerCase().replace(/[_-]/g, '');
}

function fold(name: string): string {
  return name;
}
