import { code, globMatcher } from '../../../src/rule.js';
import type { CodeName, Mention } from '../facts.js';
import { type FlagOption, listOf } from '../options.js';
import { type Word, wordsOf } from './commands.js';
import type { CodePiece, Kind } from './kind.js';
import { foldedIn, linkNames } from './link-names.js';
import { longestName } from './prefixed-names.js';

/** Languages of code blocks that hold commands; one without a language may. */
const shells = new Set(
  ' sh bash zsh fish shell console shell-session shellsession sh-session bash-session terminal powershell pwsh ps1 cmd bat batch command commandline cli'.split(
    ' ',
  ),
);
/** Flags that every library brings along. */
const given = new Set(['help', 'version']);

/** Flags of a command line, with two hyphens. */
export function flagKind({ programs, alone }: FlagOption): Kind {
  const names = new Set(listOf(programs));
  const isReference = alone === undefined ? () => false : globMatcher(listOf(alone));
  return {
    title: 'flag',
    lead: '--',
    which: ` of ${[...names].map(code).join(' or ')}`,
    *mentions(piece, page) {
      const isAlone = isFlagAlone(piece) && isReference(page);
      for (const word of isAlone ? loneWords(piece) : wordsOf(commandLines(piece), names)) {
        const mention = flagIn(word);
        if (mention) yield mention;
      }
    },
    *named(text) {
      for (const [name] of flagsIn(text)) yield name;
    },
    read(text) {
      const found = new Map<string, CodeName>();
      for (const [name, start] of flagsIn(text)) {
        if (!found.has(name)) found.set(name, [name, start, start + name.length, 0]);
      }
      for (const match of text.matchAll(/(["'`])-{0,2}([A-Za-z0-9][\w.-]{0,99})(?:\1|[|=:!,])/g)) {
        const name = match[2] as string;
        if (found.get(name)?.[3] === 1) continue;
        const start = match.index + match[0].indexOf(name, 1);
        found.set(name, [name, start, start + name.length, 1]);
      }
      return { names: [...found.values()], parts: fieldsIn(text) };
    },
    link(files) {
      const fields = new Set(files.flatMap(([, { parts = [] }]) => parts));
      const isMade = (name: string) => given.has(name) || fields.has(name);
      const known = linkNames(files, { fold: (name) => name, isMade });
      return {
        ...known,
        has(mention) {
          const { name } = mention;
          const other = name.startsWith('no-') ? name.slice(3) : `no-${name}`;
          return known.has(mention) || known.has({ ...mention, name: other });
        },
      };
    },
    documented: foldedIn((name) => name.replace(/^no-/, '')),
    isString: false,
  };
}

/** Where some lines show a prompt, the others are what the commands print. */
function commandLines({ language = '', lines }: CodePiece): CodePiece['lines'] {
  if (!shells.has(language)) return [];
  const isPrompt = (text: string) => /^\s*\$ /.test(text);
  if (!lines.some(({ text }) => isPrompt(text))) return lines;
  return lines.filter(
    ({ text }, index) => isPrompt(text) || /\\\s*$/.test(lines[index - 1]?.text.slice(-20) ?? ''),
  );
}

function isFlagAlone({ language, lines: [first] }: CodePiece): boolean {
  return language === undefined && /^\s*--?[A-Za-z]/.test(first?.text ?? '');
}

function* loneWords({ lines }: CodePiece): Generator<Word> {
  for (const { text, start } of lines) {
    for (const match of text.matchAll(/[^\s|,]+/g)) yield { text: match[0], start: start + match.index };
  }
}

/** A flag, its value left out; undefined for what is none, and for one of which a part is left open. */
function flagIn({ text, start }: Word): Mention | undefined {
  const match = /^(\[*--)([A-Za-z0-9][\w.-]*)(?:$|[=\],|)}:;])/.exec(text);
  const name = match?.[2]?.replace(/\.{1,3}$/, '');
  if (!match || name === undefined || name.length > longestName || name.endsWith('-')) return undefined;
  const from = start + (match[1] as string).length;
  return { name, span: [from, from + name.length] };
}

function* flagsIn(text: string): Generator<readonly [name: string, start: number]> {
  for (const match of text.matchAll(/--([A-Za-z0-9][\w.-]*)/g)) {
    if (/[\w-]/.test(text[match.index - 1] ?? '')) continue;
    const name = (match[1] as string).slice(0, longestName + 1).replace(/[.-]{1,3}$/, '');
    if (name.length <= longestName) yield [name, match.index + 2];
  }
}

/** Names of fields and parameters: libraries make flags of them, such as `--db-url` of `db_url`. */
function fieldsIn(text: string): string[] {
  const fields = new Set<string>();
  const found = text.matchAll(
    /(?:^|[(,{])[ \t]*(?:pub(?:\([a-z ]{1,20}\))?[ \t]+)?([A-Za-z_]\w{0,99})\??[ \t]*:(?![:=])/gm,
  );
  for (const match of found) {
    const name = match[1] as string;
    fields.add(name);
    fields.add(
      name
        .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
        .replaceAll('_', '-')
        .replace(/^-+/, '')
        .toLowerCase(),
    );
  }
  return [...fields];
}
