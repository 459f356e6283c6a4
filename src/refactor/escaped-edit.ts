import type { Edit, Link } from '../model.js';

/**
 * The edit of a url that the page writes with escapes or entities, as `a\_b.md`: its path, or its anchor, as a whole.
 * Undefined where it is not known what stands where.
 */
export function escapedEdit(link: Link, url: string, text: string): Omit<Edit, 'path'> | undefined {
  const [start, end] = link.urlSpan;
  const isMarkdown = link.kind === 'link' || link.kind === 'image' || link.kind === 'definition';
  if (!isMarkdown || start <= link.span[0]) return undefined;
  const written = text.slice(start, end);
  if (/[\n\r]/.test(written)) return undefined;
  const [before, after] = [split(link.url), split(url)];
  const raw = splitWritten(written);
  if (before.tail === after.tail && (before.tail === '') === (raw.tail === ''))
    return { start, end: start + raw.path.length, text: after.path };
  return { start, end, text: url };
}

function split(url: string): { readonly path: string; readonly tail: string } {
  const at = url.search(/[?#]/);
  return at < 0 ? { path: url, tail: '' } : { path: url.slice(0, at), tail: url.slice(at) };
}

/** The `#` of an entity such as `&#38;` begins no anchor. */
function splitWritten(written: string): { readonly path: string; readonly tail: string } {
  const at = written.search(/\?|(?<!&)#/);
  return at < 0 ? { path: written, tail: '' } : { path: written.slice(0, at), tail: written.slice(at) };
}
