import { once } from '../../once.js';
import { asWritten } from './as-written.js';
import type { Dialect, DialectOptions, Slugger } from './dialect.js';
import { dropShortcodes } from './drop-shortcodes.js';
import { headingText, type TextParts } from './heading-text.js';
import { mapProse } from './map-prose.js';
import { numberUnderscored } from './number-underscored.js';
import { readTogether } from './read-together.js';
import { takeAttributes } from './take-attributes.js';
import { takeMarker } from './take-marker.js';

/** Python's `\s`. */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
/** What is neither Python's `\w`, which leaves marks out, nor white space, nor a hyphen. */
const foreign = once(() => new RegExp(`[^\\p{L}\\p{N}_\\-${space}]+`, 'gu'));
const separators = new RegExp(`[\\-${space}]+`, 'g');

function unicode(text: string): string {
  return text.replaceAll(foreign(), '').trim().toLowerCase().replaceAll(separators, '-');
}

function ascii(text: string): string {
  return unicode(text.normalize('NFKD').replaceAll(/[^\0-\x7f]/g, ''));
}

function pymdownx(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');
}

const slugs = { ascii, unicode, pymdownx };

/** MkDocs and whatever else runs Python-Markdown with `toc`. */
export function mkdocs({
  pythonSlugs = 'ascii',
  attributeLists = true,
  tabIds,
}: DialectOptions = {}): Dialect {
  const slug = slugs[pythonSlugs];

  function reading(
    prepare: (text: string) => string,
    parts: TextParts,
    declared: readonly string[],
  ): Slugger {
    const unique = numberUnderscored(declared);
    return (heading) => {
      const { content, id } = takeMarker(heading.content, (text) =>
        attributeLists ? takeAttributes(text, { gap: true, words: true, colon: true }) : undefined,
      );
      if (id !== undefined) return { id };
      return { id: unique(slug(headingText(mapProse(content, prepare), parts))) };
    };
  }

  return {
    name: 'mkdocs',
    explicitIds: attributeLists ? 'attribute' : 'text',
    htmlHeadings: false,
    slugger(declared = []) {
      const taken = [...declared];
      const plain = (text: string) => text;
      return readTogether(
        reading(plain, {}, taken),
        reading(dropShortcodes, {}, taken),
        reading(plain, { footnote: 'label' }, taken),
      );
    },
    candidates: asWritten,
    ...(tabIds && { tabIds: tabsNamed(tabIds) }),
  };
}

/** Of a function that is not known, what each of those gives which are. */
function tabsNamed({
  slugs: name,
  isCombined,
}: NonNullable<DialectOptions['tabIds']>): NonNullable<Dialect['tabIds']> {
  const functions = name === undefined ? Object.values(slugs) : [slugs[name]];
  return (tabs, declared) => {
    const unique = functions.map(() => numberUnderscored(declared));
    return tabs.map(({ title, above }) =>
      functions.map((slug, at) => {
        const own = slug(headingText([dropShortcodes(title)], {}));
        return (unique[at] as (id: string) => string)(isCombined && above ? `${above}-${own}` : own);
      }),
    );
  };
}
