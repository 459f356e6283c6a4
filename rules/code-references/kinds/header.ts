import type { CodeName } from '../facts.js';
import { listOf, type PrefixOption } from '../options.js';
import { beginningWith } from './beginning-with.js';
import type { Kind } from './kind.js';
import { foldedIn, linkNames } from './link-names.js';
import { isOpen, type PrefixedName, prefixedNames } from './prefixed-names.js';

/** HTTP headers, whose letter case means nothing. */
export function headerKind({ prefix }: PrefixOption): Kind {
  const prefixes = listOf(prefix);
  const spelling = { letters: 'A-Za-z0-9_-' };
  const words = prefixedNames({ ...spelling, prefixes });
  // As CGI and what came of it hand them on: `HTTP_X_REQUEST_ID`.
  const handed = prefixes.map((one) => `HTTP_${one.toUpperCase().replaceAll('-', '_')}`);
  const inCode = prefixedNames({ ...spelling, prefixes: [...prefixes, ...handed], anyCase: true });
  return {
    title: 'HTTP header',
    which: beginningWith(prefixes),
    *mentions({ language, lines }) {
      for (const { text, start } of lines) {
        const isTold =
          /header/i.test(text) ||
          (language === undefined && /^\s*[\w-]+(?:\*|<[^<>]{0,50}>|:.*)?\s*$/.test(text));
        for (const one of words(text)) {
          const { name, span, after } = one;
          if (!(isTold || isHeader(one)) || isFile(one) || prefixes.includes(name)) continue;
          const isBeginning = name.endsWith('-') || isOpen(after);
          yield {
            name,
            span: [start + span[0], start + span[1]],
            ...(isBeginning ? { isBeginning: true as const } : {}),
          };
        }
      }
    },
    *named(text) {
      for (const { name } of words(text)) yield name;
    },
    read(text) {
      const names = new Map<string, CodeName>();
      const beginnings = new Set<string>();
      for (const { name, span, before, after } of inCode(text)) {
        const opens = /["'`]$/.test(before);
        const bare = /^HTTP_/i.test(name) ? name.slice(5).replaceAll('_', '-') : name;
        if (/[-_]$/.test(name)) {
          const isPrefix = prefixes.some((one) => fold(one) === fold(bare));
          if (opens && /^["'`%$#{]/.test(after) && !isPrefix) beginnings.add(bare);
          continue;
        }
        const isWhole = opens && after[0] === before.at(-1);
        if (!names.has(bare) || (isWhole && names.get(bare)?.[3] === 0)) {
          names.set(bare, [bare, ...span, isWhole ? 1 : 0]);
        }
      }
      return { names: [...names.values()], beginnings: [...beginnings] };
    },
    link(files) {
      const known = linkNames(files, { fold });
      return {
        ...known,
        meant(mention) {
          const found = known.meant(mention);
          const name = found && asWritten(found.name, mention.name);
          return found && name !== undefined ? { ...found, name, write: name } : undefined;
        },
      };
    },
    documented: foldedIn(fold),
    isString: true,
  };
}

/** A name in one letter case, as a page writes it: `x-app-token` as `X-App-Token`. */
function asWritten(name: string, written: string): string {
  const isPlain = name === name.toLowerCase() || name === name.toUpperCase();
  if (!isPlain || written === written.toLowerCase()) return name;
  return name.toLowerCase().replace(/(^|-)([a-z])/g, (match) => match.toUpperCase());
}

/** Before a colon, or in quotes of its own. */
function isHeader({ before, after }: PrefixedName): boolean {
  const quote = /["'`]$/.exec(before)?.[0];
  return /^ *:(?!:)/.test(after) || (quote !== undefined && (after.startsWith(quote) || isOpen(after)));
}

/** Part of the name of a file or a package. */
function isFile({ before, after }: PrefixedName): boolean {
  return /[./@]$/.test(before) || /^[./]\w/.test(after);
}

function fold(name: string): string {
  return name.toLowerCase();
}
