import type { Root } from 'mdast';

/** The `title` that front matter gives a page, on one line; undefined without. */
export function frontMatterTitle({ children: [first] }: Root): string | undefined {
  const type: string | undefined = first?.type;
  if (!first || !('value' in first) || (type !== 'yaml' && type !== 'toml')) return undefined;
  const written = /^(?:title|"title"|'title')[ \t]*[:=][ \t]*(\S.*)$/m.exec(first.value)?.[1]?.trim();
  if (written === undefined) return undefined;
  const [quote] = written;
  if (quote === '"') return textIn(/^"(?:[^"\\]|\\.)*"/.exec(written)?.[0]);
  if (quote === "'") return /^'((?:[^']|'')*)'/.exec(written)?.[1]?.replaceAll("''", "'");
  if (/^[|>&*!{[]/.test(written)) return undefined;
  return written.replace(/[ \t]#.*$/, '').trim() || undefined;
}

function textIn(json: string | undefined): string | undefined {
  try {
    const text: unknown = JSON.parse(json ?? '');
    return typeof text === 'string' && text !== '' ? text : undefined;
  } catch {
    return undefined;
  }
}
