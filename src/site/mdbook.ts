import { join, normalize } from '../paths.js';
import type { ReadSite } from './reader.js';

/** `book.toml`, of which two things matter: where the book is, and what it redirects. */
export const readMdbook: ReadSite = ({ base, text }) => {
  const book = sectionOf(text, 'book');
  const src = /^[ \t]*src\s*=\s*["']([^"'\n]+)["']/m.exec(book)?.[1] ?? 'src';
  const redirects = [
    ...sectionOf(text, 'output.html.redirect').matchAll(
      /^[ \t]*["']([^"'\n]+)["']\s*=\s*["']([^"'\n]+)["']/gm,
    ),
  ];
  return {
    base,
    content: [normalize(`${base}/${src}`) ?? join(base, 'src')],
    dialectOptions: {},
    settings: {
      redirects: Object.fromEntries(redirects.map((match) => [match[1] as string, match[2] as string])),
    },
  };
};

/** The lines below `[name]`, up to the next table. */
function sectionOf(text: string, name: string): string {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === `[${name}]`);
  if (start < 0) return '';
  const end = lines.findIndex((line, index) => index > start && /^\s*\[/.test(line));
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}
