import type { CodeName } from '../facts.js';
import { listOf, type PrefixOption } from '../options.js';
import { beginningWith } from './beginning-with.js';
import type { Kind } from './kind.js';
import { foldedIn, linkNames, namesOf } from './link-names.js';
import { isOpen, prefixedNames } from './prefixed-names.js';

/** What libraries add to the name of a metric, and to the names of a histogram's series. */
const suffixes = /_(?:bucket|sum|count|total|created|info|seconds|milliseconds|bytes|ratio|percent)$/;
const mostParts = 4;
/** Where such a name is one of a resource. */
const resources = new Set(['hcl', 'tf', 'terraform', 'tofu']);

/** Metrics. A name may be put together of a namespace, a subsystem and a name, and its dots may be underscores. */
export function metricKind({ prefix }: PrefixOption): Kind {
  const prefixes = listOf(prefix);
  const words = prefixedNames({ prefixes, letters: 'A-Za-z0-9_.:', ends: '.:' });
  const first = new Set(prefixes.map((one) => fold(one).split('_')[0]));
  return {
    title: 'metric',
    which: beginningWith(prefixes),
    *mentions({ language, lines }) {
      for (const { text, start } of resources.has(language ?? '') ? [] : lines) {
        for (const { name, span, after } of words(text)) {
          if (name.endsWith('_') || isOpen(after.replace(/^[[{]/, ' '))) continue;
          yield { name, span: [start + span[0], start + span[1]] };
        }
      }
    },
    *named(text) {
      for (const { name } of words(text)) yield name;
    },
    read(text) {
      const names = new Map<string, CodeName>();
      for (const { name, span, before, after } of words(text)) {
        if (name.endsWith('_')) continue;
        const isWhole = /["'`]$/.test(before) && after[0] === before.at(-1);
        if (!names.has(name) || (isWhole && names.get(name)?.[3] === 0)) {
          names.set(name, [name, ...span, isWhole ? 1 : 0]);
        }
      }
      return { names: [...names.values()], parts: partsIn(text) };
    },
    link(files) {
      const names = namesOf(files);
      const full = new Set([...names.keys()].map(fold));
      const parts = new Set(files.flatMap(([, { parts = [] }]) => parts));
      const known = linkNames(files, {
        fold,
        isMade: (folded) =>
          endings(folded).some((suffix) => {
            const name = folded.slice(0, folded.length - suffix.length);
            return full.has(name) || isComposed(name, parts);
          }),
        isEmpty: names.size === 0 && ![...parts].some((part) => first.has(part.split('_')[0])),
      });
      return {
        ...known,
        meant(mention) {
          for (const suffix of endings(mention.name)) {
            const name = mention.name.slice(0, mention.name.length - suffix.length);
            const found = known.meant({ ...mention, name });
            if (found) return { ...found, name: found.name + suffix, write: found.name + suffix };
          }
          return undefined;
        },
      };
    },
    documented: foldedIn(fold),
    isString: true,
  };
}

/** Strings of a file that has to do with metrics: what a name may be put together of. */
function partsIn(text: string): string[] {
  if (!/namespace|subsystem|metric|gauge|counter|histogram/i.test(text)) return [];
  const found = text.matchAll(/(["'`])([A-Za-z][A-Za-z0-9_.]{0,99})\1/g);
  return [...new Set([...found].map((match) => fold(match[2] as string)))];
}

/** What a library may have added to the end of a name, the least of it first. */
function endings(name: string): string[] {
  const all = [''];
  for (let at = name; suffixes.test(at); ) {
    at = at.replace(suffixes, '');
    all.push(name.slice(at.length));
  }
  return all;
}

/** Whether a name is made of two to four of the parts, with `_` between them. */
function isComposed(name: string, parts: ReadonlySet<string>): boolean {
  const words = name.split('_');
  let reached = new Set([0]);
  for (let count = 1; count <= mostParts; count++) {
    const next = new Set<number>();
    for (const from of reached) {
      for (let to = from + 1; to <= words.length; to++) {
        if (parts.has(words.slice(from, to).join('_'))) next.add(to);
      }
    }
    if (count > 1 && next.has(words.length)) return true;
    reached = next;
  }
  return false;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[.:]/g, '_');
}
