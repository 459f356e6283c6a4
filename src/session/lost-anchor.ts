/** A line that declared an id that a link names, and that is gone. */
export interface LostAnchor {
  readonly kind: 'heading' | 'anchor';
  readonly text: string;
  readonly at: number;
}

interface Removed {
  readonly text: string;
  readonly at: number;
}

/** Finds among removed lines the one that declared the id that a link names; `source` is the link as it is written. */
export function lostAnchors(removed: readonly Removed[]): (source: string) => LostAnchor | undefined {
  const headings = new Map<string, Removed>();
  for (const [at, line] of removed.entries()) {
    if (!isHeading(line.text, removed[at + 1])) continue;
    const words = wordsOf(line.text);
    if (!headings.has(words)) headings.set(words, line);
  }
  const others = removed.filter(({ text }) => text.includes('=') || text.includes('{#'));
  return (source) => {
    const fragment = decoded(/#([^\s"'<>)\]}]+)/.exec(source)?.[1] ?? '');
    if (fragment === '') return undefined;
    const heading =
      headings.get(lettersOf(fragment)) ?? headings.get(lettersOf(fragment.replace(/-\d+$/, '')));
    if (heading) return { kind: 'heading', text: heading.text.trim(), at: heading.at };
    const declared = [`{#${fragment}`, `"${fragment}"`, `'${fragment}'`, `=${fragment}>`];
    const anchor = others.find(({ text }) => declared.some((one) => text.includes(one)));
    return anchor && { kind: 'anchor', text: `#${fragment}`, at: anchor.at };
  };
}

/** Marked by itself, by the line below it, or as raw HTML. */
function isHeading(text: string, next: Removed | undefined): boolean {
  if (/^ {0,3}(?:#{1,6}(?:[ \t]|$)|<h[1-6][\s>])/i.test(text)) return true;
  return text.trim() !== '' && next !== undefined && /^ {0,3}(?:=+|-+)[ \t]*$/.test(next.text);
}

/** The letters of what a heading shows: no address of a link, no tag, no id that it is given. */
function wordsOf(line: string): string {
  return lettersOf(
    line
      .replace(/\]\([^()]*\)/g, '')
      .replace(/<[^<>]*>/g, '')
      .replace(/\{#[^{}]*\}/g, ''),
  );
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
