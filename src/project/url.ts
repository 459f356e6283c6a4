/** A url inside the site or the repository, in its parts, percent-encoding resolved where that is possible. */
export interface LocalUrl {
  readonly kind: 'local';
  /** Empty for a bare fragment or query. */
  readonly path: string;
  readonly query: string | undefined;
  /** Without its `#`. */
  readonly fragment: string | undefined;
}

export type Url = { readonly kind: 'external' | 'unknown' | 'empty' } | LocalUrl;

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const template = /\{\{|\{%|<%|\$\{|\{[\w.]+\}/;

/** As ExDoc names what stands in code: `m:module#section`, `Module.function/2`, `:module`, `Module`. */
const nameInCode =
  /^`(?:[a-z]{1,4}:.*|.*\/\d+(?:-\w+)?|:\w+|\p{Lu}\w*(?:\.\p{Lu}\w*)*(?:#.+)?|mix [\w .]+)`$/su;

/** No system has a longer path. */
const longest = 4096;

/** Splits a url of a link. A template that a generator fills in is `unknown`; other sites are `external`. */
export function parseUrl(url: string): Url {
  const trimmed = url.trim();
  if (trimmed === '') return { kind: 'empty' };
  if ((trimmed.includes(':') && scheme.test(trimmed)) || trimmed.startsWith('//'))
    return { kind: 'external' };
  if (trimmed.startsWith('`') && trimmed.length < longest && nameInCode.test(trimmed))
    return { kind: 'unknown' };
  if ((mayBeTemplate(trimmed) && template.test(trimmed)) || trimmed.length > longest)
    return { kind: 'unknown' };
  const hash = trimmed.indexOf('#');
  const before = hash < 0 ? trimmed : trimmed.slice(0, hash);
  const question = before.indexOf('?');
  return {
    kind: 'local',
    path: decodePercent(question < 0 ? before : before.slice(0, question)),
    query: question < 0 ? undefined : before.slice(question + 1),
    fragment: hash < 0 ? undefined : decodePercent(trimmed.slice(hash + 1)),
  };
}

function mayBeTemplate(url: string): boolean {
  return url.includes('{') || url.includes('<');
}

/** Percent-decodes as UTF-8; a text that is not well-formed stays as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
