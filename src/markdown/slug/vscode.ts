import { acceptMarker } from './accept-marker.js';
import type { Dialect, Slugger } from './dialect.js';
import { headingText } from './heading-text.js';
import { trim } from './trim.js';

const punctuation = /[!-,./:-@[-`{-~¨·ˉ—‖‘’“”…∶、。〃々〈-】〔-〗！＂＇（），．：；？［］｀｛｜｝～]/g;

function slug(text: string): string {
  const dashed = text.trim().toLowerCase().replaceAll(/\s+/g, '-');
  return trim(dashed.replaceAll(punctuation, ''), '-');
}

function reading(): Slugger {
  const times = new Map<string, number>();
  return ({ content }) => {
    const id = slug(headingText(content, { alt: true, footnote: 'source' }));
    const before = times.get(id);
    times.set(id, (before ?? -1) + 1);
    return { id: before === undefined ? id : slug(`${id}-${before + 1}`) };
  };
}

/** The Markdown preview of VS Code, which makes a slug of a link's fragment too. */
export const vscode: Dialect = {
  name: 'vscode',
  explicitIds: 'text',
  htmlHeadings: false,
  slugger: () => acceptMarker(reading()),
  candidates: (fragment) => [slug(fragment)],
};
