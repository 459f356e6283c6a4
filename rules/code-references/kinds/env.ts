import type { CodeName, Mention } from '../facts.js';
import { listOf, type PrefixOption } from '../options.js';
import { beginningWith } from './beginning-with.js';
import type { CodePiece, Kind } from './kind.js';
import { foldedIn, linkNames } from './link-names.js';
import { isOpen, type PrefixedName, prefixedNames } from './prefixed-names.js';

/** Environment variables. */
export function envKind({ prefix }: PrefixOption): Kind {
  const prefixes = listOf(prefix);
  const words = prefixedNames({ prefixes, letters: 'A-Za-z0-9_' });
  const isShouted = !prefixes.some((one) => /[a-z]/.test(one));
  const isName = (name: string) => !isShouted || !/[a-z]/.test(name);
  return {
    title: 'environment variable',
    which: beginningWith(prefixes),
    *mentions(piece) {
      const own = scriptVariables(piece, words);
      for (const { text, start } of piece.lines) {
        for (const one of words(text)) {
          const mention = mentionOf(one, start);
          if (!isName(one.name) || isOther(one) || own.has(one.name)) continue;
          if (!mention.isBeginning || !prefixes.includes(one.name)) yield mention;
        }
      }
    },
    *named(text) {
      for (const { name } of words(text)) yield name;
    },
    read(text) {
      const names = new Map<string, CodeName>();
      const beginnings = new Set<string>();
      for (const { name, span, before, after } of words(text)) {
        if (!isName(name)) continue;
        const opens = /["'`]$/.test(before);
        if (name.endsWith('_')) {
          if (opens && /^["'`%$#{]/.test(after) && !prefixes.includes(name)) beginnings.add(name);
          continue;
        }
        const isWhole = opens && after[0] === before.at(-1);
        if (!names.has(name) || (isWhole && names.get(name)?.[3] === 0)) {
          names.set(name, [name, ...span, isWhole ? 1 : 0]);
        }
      }
      return { names: [...names.values()], beginnings: [...beginnings] };
    },
    link: (files) => linkNames(files, { fold: (name) => name }),
    documented: foldedIn(),
    isString: true,
  };
}

function mentionOf({ name, span, before, after }: PrefixedName, start: number): Mention {
  const isQuotedByPercent = before.endsWith('%') && after.startsWith('%');
  const isBeginning = name.endsWith('_') || (!isQuotedByPercent && isOpen(after));
  return {
    name,
    span: [start + span[0], start + span[1]],
    ...(isBeginning ? { isBeginning: true } : {}),
  };
}

/**
 * What is no variable of the program: `${NAME:-default}`, which a script or a compose file takes for itself, `<NAME>`,
 * `https://NAME/`, and the member of something else, as `secrets.NAME`.
 */
function isOther({ before, after }: PrefixedName): boolean {
  if (before.endsWith('${') && /^:?[-?=+]/.test(after)) return true;
  if (before.endsWith('<') && after.startsWith('>')) return true;
  return /[/@]$/.test(before) || (/[\w)\]]\.$/.test(before) && !/env(?:iron)?\.$/i.test(before));
}

/** What a block both sets and reads is a variable of its own script. */
function scriptVariables(
  { language, lines }: CodePiece,
  words: (text: string) => Iterable<PrefixedName>,
): ReadonlySet<string> {
  const [set, read] = [new Set<string>(), new Set<string>()];
  for (const { text } of language === undefined ? [] : lines) {
    for (const { name, before, after } of words(text)) {
      if (/(?:\$|\$\{|\{\{ ?|env\.)$/.test(before)) read.add(name);
      else if (/^ ?[=:](?!=)/.test(after)) set.add(name);
    }
  }
  return new Set([...set].filter((name) => read.has(name)));
}
