/** JavaScript or TypeScript without its comments, strings kept; of the same length. Reads, never runs. */
export function withoutComments(source: string): string {
  return source.replace(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g,
    (match, text: string | undefined) => (text === undefined ? match.replace(/[^\n]/g, ' ') : match),
  );
}

/** The text of `key: '…'` where it is written as a plain string; the first one in `source`. */
export function stringOf(source: string, key: string): string | undefined {
  const match = new RegExp(
    `(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*(?:'([^'\\n]*)'|"([^"\\n]*)"|\`([^\`$\\n]*)\`)`,
  ).exec(source);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** Whether `key` is set at all, in whatever way. */
export function hasKey(source: string, key: string): boolean {
  return new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*[:(,}]`).test(source);
}

/** `key: true` or `key: false`. */
export function booleanOf(source: string, key: string): boolean | undefined {
  const match = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*(true|false)\\b`).exec(source);
  return match ? match[1] === 'true' : undefined;
}

/** The plain strings of `key: ['…', '…']`. */
export function stringsOf(source: string, key: string): readonly string[] | undefined {
  const match = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*\\[([^\\]]*)\\]`).exec(source);
  return match
    ? [...(match[1] as string).matchAll(/'([^']*)'|"([^"]*)"/g)].map((one) => (one[1] ?? one[2]) as string)
    : undefined;
}

/** The text between the braces of `key: { … }`, nested braces included; the first one in `source`. */
export function objectOf(source: string, key: string): string | undefined {
  return objectsOf(source, key)[0];
}

/** Every `key: { … }` of `source`, as `objectOf` reads the first one. */
export function objectsOf(source: string, key: string): readonly string[] {
  const pattern = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:\\s*\\{`, 'g');
  return [...source.matchAll(pattern)]
    .slice(0, 50)
    .flatMap(({ index, 0: all }) => blockAt(source, index + all.length) ?? []);
}

/** The text between the braces that open next behind `start`. */
export function nextObject(source: string, start: number): string | undefined {
  const open = source.indexOf('{', start);
  return open < 0 ? undefined : blockAt(source, open + 1);
}

/** The last plain string of `key: …`, where it may be an argument, as in `path.resolve(__dirname, 'docs')`. */
export function lastStringOf(source: string, key: string): string | undefined {
  const start = new RegExp(`(?:^|[\\s{,])['"]?${key}['"]?\\s*:`).exec(source);
  if (!start) return undefined;
  const value = /^(?:[^,'"()[\]{}\n]|'[^'\n]*'|"[^"\n]*"|\([^()\n]*\))*/.exec(
    source.slice(start.index + start[0].length),
  );
  const last = [...(value?.[0] ?? '').matchAll(/'([^']*)'|"([^"]*)"/g)].at(-1);
  return last?.[1] ?? last?.[2];
}

/** What stands in an object itself: the text of those within is blank. */
export function outermost(object: string): string {
  let depth = 0;
  let text = '';
  for (const char of object) {
    if (char === '}') depth--;
    text += depth > 0 ? ' ' : char;
    if (char === '{') depth++;
  }
  return text;
}

function blockAt(source: string, start: number): string | undefined {
  let depth = 1;
  for (let at = start; at < source.length; at++) {
    if (source[at] === '{') depth++;
    else if (source[at] === '}' && --depth === 0) return source.slice(start, at);
  }
  return undefined;
}
