import type { Link, Span } from '../model.js';

/** What of a page brings another file in. */
const marks = ['<<<', '@include', '!!!include', '--8<--', '{{#'];

type Part = Pick<Link, 'part'>;

/**
 * Files that a generator or a tool puts into the page: VitePress' `<<< file` and `<!--@include: file-->`, the
 * `!!!include(file)!!!` of a plugin of VuePress, whose path starts from the top,
 * MkDocs' `--8<-- "file"`, mdBook's `{{#include file}}`, DocFX' `[!INCLUDE[](file)]`, `<!-- embedme file -->`. Read off the lines of the
 * source, since all of them work before Markdown is parsed, inside code too.
 */
export function includes(text: string): Link[] {
  if (!mayInclude(text)) return [];
  return [...vitepress(text), ...mkdocs(text), ...mdbook(text), ...docfx(text), ...embedme(text)];
}

/** Tells quickly that a page has none of it: a search for a few rare characters is many times as fast as a pattern for all. */
function mayInclude(text: string): boolean {
  return (
    marks.some((mark) => text.includes(mark)) ||
    (text.includes('<!--') && text.includes('embedme')) ||
    (text.includes('[!') && /\[!INCLUDE/i.test(text))
  );
}

function* vitepress(text: string): Iterable<Link> {
  for (const match of text.matchAll(/^[ \t]*<<<[ \t]+([^\s{#[]+)(#[\w-]+)?/gm)) {
    yield include(
      match,
      match[1] as string,
      'vitepress',
      match[2] ? { part: { region: match[2].slice(1) } } : {},
    );
  }
  for (const match of text.matchAll(
    /<!--\s*@include:\s*([^\s{#>]+)(#[^\s{>]+)?(?:\{(\d*),?(\d*)\})?\s*-->/g,
  )) {
    const line = Number(match[4] || match[3] || 0);
    yield include(match, match[1] as string, 'vitepress', line > 0 ? { part: { line } } : {});
  }
  for (const match of text.matchAll(/!!!include\(([^()\s]+)\)!!!/g)) {
    const found = include(match, match[1] as string, 'vitepress', {});
    yield { ...found, url: `@/${found.url}` };
  }
}

function* mkdocs(text: string): Iterable<Link> {
  for (const match of text.matchAll(/^([ \t]*)(;?)-{1,}8<-{1,}[ \t]+(['"])([^'"\n]+)\3[ \t]*$/gm)) {
    if (match[2] !== ';') yield* snippet(match, match[4] as string);
  }
  for (const block of text.matchAll(
    /^[ \t]*-{1,}8<-{1,}[ \t]*\n((?:(?![ \t]*-{1,}8<)[^\n]*\n)*?)[ \t]*-{1,}8<-{1,}[ \t]*$/gm,
  )) {
    let at = block.index + block[0].indexOf('\n') + 1;
    for (const line of (block[1] as string).split('\n')) {
      const name = line.trim();
      if (name !== '' && !name.startsWith(';')) yield* snippet({ index: at, 0: line }, name);
      at += line.length + 1;
    }
  }
}

/** `file`, `file:first:last`, `file::last`, `file:section`; a url is fetched and not ours. */
function* snippet(match: { readonly index: number; readonly 0: string }, written: string): Iterable<Link> {
  if (/^https?:/.test(written)) return;
  const [file = '', first = '', last = ''] = written.split(':');
  const line = Number(last || first);
  const part: Part =
    Number.isInteger(line) && line > 0
      ? { part: { line } }
      : first === '' || last !== ''
        ? {}
        : { part: { region: first } };
  yield include(match, file, 'mkdocs', part);
}

function* mdbook(text: string): Iterable<Link> {
  const pattern =
    /(\\?)\{\{\s*#(?:include|rustdoc_include|playground|playpen)\s+([^\s}:]+)(?::([\w-]*))?(?::(\d*))?[^}\n]*\}\}/g;
  for (const match of text.matchAll(pattern)) {
    if (match[1] === '\\') continue;
    const line = Number(match[4] || match[3] || 0);
    const isLine = Number.isInteger(line);
    const part: Part = isLine
      ? line > 0
        ? { part: { line } }
        : {}
      : { part: { region: match[3] as string } };
    yield include(match, match[2] as string, 'mdbook', part);
  }
}

/** Its inner part is a link of Markdown too, by which a file that is not there is found. */
function* docfx(text: string): Iterable<Link> {
  for (const match of text.matchAll(
    /\[!INCLUDE[ \t]{0,9}\[[^\][\n]{0,300}\]\(<?([^\s()<>]{1,500})[^()\n]{0,300}\)\s?\]/gi,
  )) {
    yield include(match, match[1] as string, 'docfx', {});
  }
}

function* embedme(text: string): Iterable<Link> {
  for (const match of text.matchAll(/<!--\s*embedme\s+([^\s#>]+)(?:#L(\d+)(?:-L?(\d+))?)?\s*-->/g)) {
    const line = Number(match[3] || match[2] || 0);
    yield include(match, match[1] as string, 'embedme', line > 0 ? { part: { line } } : {});
  }
}

function include(
  match: { readonly index: number; readonly 0: string },
  url: string,
  by: NonNullable<Link['by']>,
  part: Part,
): Link {
  const lead = match[0].length - match[0].trimStart().length;
  const span: Span = [match.index + lead, match.index + match[0].trimEnd().length];
  const at = match.index + match[0].indexOf(url);
  return { kind: 'include', url, span, urlSpan: [at, at + url.length], by, ...part };
}
