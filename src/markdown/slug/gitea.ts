import { dashedWords } from './dashed-words.js';
import type { Dialect, Slugger, SlugHeading } from './dialect.js';
import { headingText } from './heading-text.js';
import { lastLine } from './last-line.js';
import { lowerCase } from './lower-case.js';
import { readTogether } from './read-together.js';
import { searchFree } from './search-free.js';
import { takeGoldmark } from './take-goldmark.js';
import { withoutPrefix } from './without-prefix.js';

/** Since 1.19: what GitHub does, without marks. */
function current(line: string): string {
  return lowerCase(line.trim(), 'i')
    .replaceAll(/[^\p{L}\p{N}\p{White_Space}_-]/gu, '')
    .replaceAll(/\p{White_Space}/gu, '-');
}

function reading(read: (heading: SlugHeading) => string, slug: (text: string) => string): Slugger {
  const { unique, claim } = searchFree();
  return (heading) => {
    const line = read(heading);
    const taken = takeGoldmark(line);
    if (taken?.id !== undefined) claim(taken.id);
    return { id: taken?.id ?? unique(slug(taken?.text ?? line) || 'heading') };
  };
}

/** Gitea and Forgejo. */
export const gitea: Dialect = {
  name: 'gitea',
  explicitIds: 'attribute',
  htmlHeadings: false,
  slugger: () =>
    readTogether(
      reading(lastLine, dashedWords),
      reading(lastLine, current),
      reading(({ content }) => headingText(content), current),
    ),
  candidates: withoutPrefix,
};
